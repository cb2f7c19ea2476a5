import { Image } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Picture } from "../../parts/Picture.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useInView } from "../../parts/hooks/use-in-view.ts";

/** The photo of a paper pledge, fetched from the ward as soon as somebody looks at it. */
export function HeldPhoto({ ward, name }: { readonly ward: string; readonly name: string }) {
  const { t } = useTranslation("household");
  const { t: office } = useTranslation("office");
  const { act } = usePhone();
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useInView(place);
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [trouble, setTrouble] = useState<"notYet" | "unreachable" | null>(null);

  function keep(answer: Awaited<ReturnType<typeof act.fetchNamedPhoto>>) {
    if (answer.ok) setBytes(answer.value);
    else setTrouble(answer.error === "not-found" ? "notYet" : "unreachable");
  }

  function fetchAgain() {
    setTrouble(null);
    void act.fetchNamedPhoto(ward, name).then(keep);
  }

  const keepFetched = useEffectEvent(keep);
  useEffect(() => {
    if (isSeen) void act.fetchNamedPhoto(ward, name).then(keepFetched);
  }, [isSeen, act, ward, name]);

  return (
    <div ref={place} className="held-photo">
      {bytes ? (
        <Picture bytes={bytes} alt={t("photo.alt")} className="held-picture" />
      ) : (
        <p className="quiet" role="status">
          {trouble === null ? office("held.photoComing") : t(`photo.${trouble}`)}
        </p>
      )}
      {trouble !== null && (
        <Button look="quiet" icon={Image} onClick={fetchAgain}>
          {t("photo.fetch")}
        </Button>
      )}
    </div>
  );
}
