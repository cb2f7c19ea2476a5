import { Copy, Share2 } from "lucide-react";
import { useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { spokenText, zaloText } from "./announcement.ts";

/** The words that call people to a meeting: for a Zalo group and for the loudspeaker, to be copied or shared. */
export function Announcement({ ward, meeting }: { readonly ward: WardView; readonly meeting: Meeting }) {
  const { t, i18n } = useTranslation("meetings");
  const announce = useAnnounce();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [how, setHow] = useState<"zalo" | "speaker">("zalo");
  const [said, setSaid] = useState("");
  const text = useMemo(() => {
    const words = { t: i18n.getFixedT("vi", "meetings"), common: i18n.getFixedT("vi", "common") };
    return (how === "zalo" ? zaloText : spokenText)(words, meeting, ward);
  }, [i18n, how, meeting, ward]);

  async function copy() {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (!done) box.current?.select();
    const words = t(done ? "announce.copied" : "announce.copyFailed");
    setSaid(words);
    announce(words);
  }

  return (
    <section className="office-card office-noprint">
      <h2 id={id}>{t("announce.title")}</h2>
      <Choices label={t("announce.title")}>
        {(["zalo", "speaker"] as const).map((one) => (
          <ChoiceChip key={one} chosen={how === one} onChoose={() => setHow(one)}>
            {t(`announce.${one}`)}
          </ChoiceChip>
        ))}
      </Choices>
      <textarea
        ref={box}
        readOnly
        className="meetings-announcement"
        aria-labelledby={id}
        lang="vi"
        rows={9}
        value={text}
      />
      <div className="meetings-acts">
        <Button icon={Copy} onClick={() => void copy()}>
          {t("announce.copy")}
        </Button>
        {typeof navigator.share === "function" && (
          <Button icon={Share2} onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            {t("announce.share")}
          </Button>
        )}
      </div>
      {said !== "" && <p className="quiet">{said}</p>}
    </section>
  );
}
