import { MessageSquarePlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../../domain/household/nameless.ts";
import type { Article } from "../../../domain/ward-facts.ts";
import type { HandbookView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { opinion as ownWords } from "../../text/vi/opinion.ts";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { readHalfOpinion } from "./half-opinion.ts";
import { opinionPlace } from "./opinion-place.ts";
import { OpinionFields, type Written } from "./OpinionFields.tsx";
import { OwnOpinions } from "./OwnOpinions.tsx";
import { useHalfWritten } from "./use-half-written.ts";
import "./OpinionForm.css";

/**
 * Takes an opinion about an article, or about a draft that is posted: as a record of an enrolled phone, or from anybody, who
 * then follows it by a private code.
 */
export function OpinionForm({ view, about }: { readonly view: HandbookView; readonly about: OpinionTopic }) {
  useApartWords("opinion", ownWords);
  const { t } = useTranslation("opinion");
  const { act } = usePhone();
  const announce = useAnnounce();
  const ward = view.ward.slug;
  const area = view.area.code;
  // Under what it is kept while it is half written.
  const topic = "draft" in about ? `draft ${about.draft}` : String(about.article.number);
  const named = "draft" in about ? { amendment: about.draft } : { article: about.article.number };
  const membership = useLive("memberships")?.find((one) => one.ward === ward);
  const devices = useLive("ward", ward)?.devices ?? {};
  const own = opinionPlace(membership, devices, area);
  const household = useLive("row", membership?.role === "household" ? ward : null, own ?? "");
  // What an erased household says as itself would be erased, too: it speaks as anybody does.
  const place = household && isNameless(household) ? null : own;
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
    await keep(topic, readHalfOpinion(null));
    setWriting(false);
    return null;

    async function keepForAnyone() {
      const given = { area, ...named, text, consent, publish, ...sort };
      const kept = await act.keepOpinion(ward, by === "" ? given : { ...given, by });
      if (!kept.ok) return kept.error;
      announce(t("sent"));
      void act.giveOpinions(ward).catch(() => undefined);
      return null;
    }

    async function record(sub: string) {
      const body = { ...named, channel: "app", ...sort, ...(publish ? { publish } : {}) };
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
          title={"draft" in about ? t("titleDraft") : t("title", { number: topic })}
          initial={half[topic] ?? readHalfOpinion(null)}
          isRecord={place !== null}
          onKeep={(opinion) => void keep(topic, opinion)}
          onCancel={() => setWriting(false)}
          onSend={send}
        />
      ) : (
        <div ref={opener}>
          <Button icon={MessageSquarePlus} wide onClick={() => setWriting(true)}>
            {t("draft" in about ? "openDraft" : "open")}
          </Button>
        </div>
      )}
      <OwnOpinions ward={ward} about={"draft" in about ? { amendment: about.draft } : { article: topic }} />
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

/** An article of the covenant, or the id of the change whose draft is posted. */
export type OpinionTopic = { readonly article: Article } | { readonly draft: string };
