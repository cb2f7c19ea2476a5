import type { ClipboardEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import { articleAt } from "./show-line.ts";
import { Field } from "../../parts/Field.tsx";

/** Chapters and articles as text. What is pasted out of a word processor is brought into its form. */
export function ChaptersField({
  box,
  text,
  flaws,
  onChange,
  onTake,
  onArticle,
}: {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly flaws: readonly DraftFlaw[];
  readonly onChange: (text: string) => void;
  /** Takes what was pasted between two places of the text; false where it is to be pasted as it is. */
  readonly onTake: (
    pasted: { readonly html: string; readonly plain: string },
    from: number,
    to: number,
  ) => boolean;
  /** The caret has come into another article. */
  readonly onArticle: (article: string | null) => void;
}) {
  const { t } = useTranslation("covenant");
  const isWrong = flaws.some(({ field, isRemark }) => field === "text" && !isRemark);

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { clipboardData, currentTarget } = event;
    const pasted = { html: clipboardData.getData("text/html"), plain: clipboardData.getData("text/plain") };
    if (onTake(pasted, currentTarget.selectionStart, currentTarget.selectionEnd)) event.preventDefault();
  }

  return (
    <section className="office-card">
      <h3>{t("form.chapters")}</h3>
      <Field label={t("form.text")} hint={t("form.textHint")} id="covenant-text">
        {(tied) => (
          <textarea
            {...tied}
            ref={box}
            className="covenant-text"
            rows={24}
            spellCheck={false}
            value={text}
            aria-invalid={isWrong}
            onChange={(event) => onChange(event.target.value)}
            onPaste={paste}
            onSelect={({ currentTarget: { value, selectionStart } }) =>
              onArticle(articleAt(value, selectionStart))
            }
          />
        )}
      </Field>
    </section>
  );
}
