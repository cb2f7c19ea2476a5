import { FileDown, PackageOpen } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatBytes } from "../me/format-bytes.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { useHandOver } from "./use-hand-over.ts";
import "./CarryOver.css";

/** Where there is no coverage: what waits goes by a file, and this phone takes another's along. */
export function CarryOver({ ward }: { readonly ward: string }) {
  const { t } = useTranslation("outbox");
  const numbers = useNumbers();
  const { act } = usePhone();
  const sending = useLive("sending", ward);
  const carried = useLive("carried", ward);
  const { hand, said, trouble, tell } = useHandOver(ward);
  const told = useRef<HTMLDivElement>(null);
  // At the end of the page, where the tabs may stand before it.
  useEffect(() => {
    if (said !== null || trouble !== null) told.current?.scrollIntoView?.({ block: "nearest" });
  }, [said, trouble]);
  const waits = (sending?.unsent ?? 0) + (sending?.photos ?? 0) > 0;

  async function take(file: File) {
    const taken = await act.carry(file);
    if (!taken.ok) return tell(null, t(`carry.errors.${taken.error}`));
    const { count, size, missing } = taken.value;
    const words = {
      parcels: numbers.integer(count),
      size: formatBytes(size, numbers),
      missing: numbers.integer(missing),
    };
    tell(t("carry.taken", words), missing > 0 ? t("carry.missing", words) : null);
  }

  return (
    <section className="carry-over" aria-labelledby="carry-over">
      <h2 id="carry-over">{t("carry.heading")}</h2>
      <p className="quiet">{t("carry.text")}</p>
      {waits && (
        <Button icon={FileDown} wide onClick={() => void hand()}>
          {t("carry.hand")}
        </Button>
      )}
      <label className="button button-plain button-wide carry-over-take">
        <PackageOpen aria-hidden className="button-icon" />
        <span>{t("carry.take")}</span>
        <input
          type="file"
          className="only-heard"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
            // The same file opened again is news, too.
            event.target.value = "";
          }}
        />
      </label>
      {carried && carried.count > 0 && (
        <p>
          {t("carry.carried", {
            parcels: numbers.integer(carried.count),
            size: formatBytes(carried.size, numbers),
          })}
        </p>
      )}
      <div ref={told}>
        <p className="quiet" role="status">
          {said}
        </p>
        <Trouble text={trouble} />
      </div>
    </section>
  );
}
