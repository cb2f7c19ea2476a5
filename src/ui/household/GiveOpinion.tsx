import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { postedDrafts } from "../../domain/amendment/posted-drafts.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Field } from "../parts/Field.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { isEmptyOpinion, readHalfOpinion } from "../handbook/opinions/half-opinion.ts";
import { OpinionFields, type Written } from "../handbook/opinions/OpinionFields.tsx";
import "../handbook/opinions/OpinionForm.css";
import { opinion as words } from "../text/vi/opinion.ts";

/** Writes down what is said at a door or at a meeting: about an article of the handbook there, about a posted draft, or about anything else. */
export function GiveOpinion({ ward, subject: { sub, area, channel }, onKept, onClose }: GiveOpinionProps) {
  useApartWords("opinion", words);
  const { t } = useTranslation("opinion");
  const { act } = usePhone();
  const key = `opinion/${ward}/${sub}`;
  const half = useLive("draft", key);
  const view = useLive("handbook", ward, area);
  const about = useRef<HTMLSelectElement>(null);
  const [busy, setBusy] = useState(false);
  const articles = (view?.covenant.chapters ?? []).flatMap((chapter) => chapter.articles);
  const drafts = useMemo(
    () => (view && area !== null ? postedDrafts(view.changes ?? [], area) : []),
    [view, area],
  );
  if (half === undefined) return null;

  async function send({ text, by, kind, publish }: Written) {
    const chosen = about.current?.value ?? "";
    const article = articles.find(({ number }) => String(number) === chosen);
    const draft = drafts.find((one) => draftValue(one.id) === chosen);
    const body = {
      channel,
      ...(article ? { article: article.number } : {}),
      ...(draft ? { amendment: draft.id } : {}),
      ...(kind === undefined ? {} : { kind }),
      ...(publish ? { publish } : {}),
    };
    const personal = { text, by: by === "" ? undefined : by };
    setBusy(true);
    const said = await act.say(ward, [{ type: "opinion.given", sub, body, personal }], key);
    setBusy(false);
    if (!said.ok) return said.error;
    onKept(said.value[0] ?? "");
    return null;
  }

  return (
    <Dialog as="sheet" title={t(`at.${channel}`)} onClose={onClose}>
      {articles.length > 0 && (
        <Field label={t("about")}>
          {(tied) => (
            <select {...tied} ref={about} disabled={busy} defaultValue="">
              <option value="">{t("aboutNone")}</option>
              {drafts.map((draft) => (
                <option key={draft.id} value={draftValue(draft.id)}>
                  {t("aboutDraft", { title: draft.about === "" ? draft.title : draft.about })}
                </option>
              ))}
              {articles.map(({ number, title }) => (
                <option key={number} value={String(number)}>
                  {t("articleNamed", { number, title })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <OpinionFields
        title=""
        initial={readHalfOpinion(half)}
        isRecord
        named
        onKeep={(said) => void (isEmptyOpinion(said) ? act.dropDraft(key) : act.keepDraft(key, said))}
        onCancel={onClose}
        onSend={send}
      />
    </Dialog>
  );
}

/** No article is numbered so. */
function draftValue(id: string): string {
  return `draft ${id}`;
}

/** Where something is said, and so what it is about: a household at its door, an area at its meeting. */
export interface OpinionSubject {
  readonly sub: string;
  /** Whose handbook it may be about. */
  readonly area: string | null;
  readonly channel: "door" | "meeting";
}

interface GiveOpinionProps {
  readonly ward: string;
  readonly subject: OpinionSubject;
  /** Called with the id of what was said. */
  readonly onKept: (jti: string) => void;
  readonly onClose: () => void;
}
