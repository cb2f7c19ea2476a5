import { MessageSquarePlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Article } from "../../domain/ward-facts.ts";
import type { HandbookView } from "../../phone/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useLive } from "../parts/use-live.ts";
import { opinion as ownWords } from "../text/vi/opinion.ts";
import { useApartWords } from "../parts/use-apart-words.ts";
import { opinionPlace } from "./opinion-place.ts";
import { OpinionFields, type Written } from "./OpinionFields.tsx";
import { OwnOpinions } from "./OwnOpinions.tsx";
import { useHalfWritten } from "./use-half-written.ts";
import "./OpinionForm.css";

/** Takes an opinion about an article: as a record of an enrolled phone, or from anybody, who then follows it by a private code. */
export function OpinionForm({ view, article }: { readonly view: HandbookView; readonly article: Article }) {
  useApartWords("opinion", ownWords);
  const { t } = useTranslation("opinion");
  const { act } = usePhone();
  const announce = useAnnounce();
  const ward = view.ward.slug;
  const area = view.area.code;
  const number = String(article.number);
  const membership = useLive("memberships")?.find((one) => one.ward === ward);
  const devices = useLive("ward", ward)?.devices ?? {};
  const place = opinionPlace(membership, devices, area);
  const { half, keep } = useHalfWritten(ward, area);
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState<{ readonly jti: string; readonly place: string } | null>(null);
  const opener = useRef<HTMLDivElement>(null);
  const isBack = useRef(false);

  useEffect(() => {
    if (!writing && isBack.current) opener.current?.querySelector("button")?.focus();
    isBack.current = writing;
  }, [writing]);

  async function send({ text, by, kind, publish, consent }: Written) {
    const sort = kind === undefined ? {} : { kind };
    const said = place === null ? await keepForAnyone() : await record(place);
    if (said !== null) return said;
    await keep(number, "");
    setWriting(false);
    return null;

    async function keepForAnyone() {
      const about = { area, article: article.number, text, consent, publish, ...sort };
      const kept = await act.keepOpinion(ward, by === "" ? about : { ...about, by });
      if (!kept.ok) return kept.error;
      announce(t("sent"));
      void act.giveOpinions(ward).catch(() => undefined);
      return null;
    }

    async function record(sub: string) {
      const body = { article: article.number, channel: "app", ...sort, ...(publish ? { publish } : {}) };
      const done = await act.say(ward, [{ type: "opinion.given", sub, body, personal: { text } }]);
      if (!done.ok) return done.error;
      setSent({ jti: done.value[0] ?? "", place: sub });
      return null;
    }
  }

  return (
    <div className="opinion-form">
      {writing ? (
        <OpinionFields
          title={t("title", { number })}
          initial={half[number] ?? ""}
          isRecord={place !== null}
          onKeep={(text) => void keep(number, text)}
          onCancel={() => setWriting(false)}
          onSend={send}
        />
      ) : (
        <div ref={opener}>
          <Button icon={MessageSquarePlus} wide onClick={() => setWriting(true)}>
            {t("open")}
          </Button>
        </div>
      )}
      <OwnOpinions ward={ward} article={number} />
      {sent && (
        <UndoToast
          words={t("sent")}
          undone={t("undone")}
          onUndo={() => act.retract(ward, sent.jti, sent.place)}
          onClose={() => setSent(null)}
        />
      )}
    </div>
  );
}
