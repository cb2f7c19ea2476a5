import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { OPINION_KINDS } from "../../../domain/kinds/opinion-given.ts";
import type { SayError } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { HalfOpinion } from "./half-opinion.ts";

/** What somebody wrote, and to which words they agreed; `by` is "" where they gave no name. */
export interface Written {
  readonly text: string;
  readonly by: string;
  /** What it is, where they said so. */
  readonly kind: (typeof OPINION_KINDS)[number] | undefined;
  /** Whether it may be printed with the answer, without a name. */
  readonly publish: boolean;
  readonly consent: string;
}

/** Version of the words of consent: a new one wherever they change. */
const CONSENT = "2";

/**
 * The box for an opinion: what it is if they like, and whether it may be printed. From somebody without an account it also takes
 * a name, and asks whether the ward may keep it.
 */
export function OpinionFields({
  title,
  initial,
  isRecord,
  named = false,
  onKeep,
  onCancel,
  onSend,
}: OpinionFieldsProps) {
  const { t } = useTranslation(["opinion", "common"]);
  const [{ text, by }, setHalf] = useState(initial);
  const [kind, setKind] = useState<Written["kind"]>(undefined);
  const [publish, setPublish] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [trouble, setTrouble] = useState<"empty" | "noConsent" | SayError | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const busy = useRef(false);
  const id = useId();
  const withName = !isRecord || named;

  useEffect(() => box.current?.focus(), []);

  // At each key, since a page that goes finishes no writing: it survives a call or a dead battery, and may be gone on with later.
  function write(part: Partial<HalfOpinion>) {
    const half = { text, by, ...part };
    setHalf(half);
    onKeep(half);
  }

  async function submit() {
    // A second tap while the first is being kept would say it twice.
    if (busy.current) return;
    if (text.trim() === "") {
      setTrouble("empty");
      box.current?.focus();
      return;
    }
    if (!isRecord && !agreed) return setTrouble("noConsent");
    busy.current = true;
    const failed = await onSend({ text: text.trim(), by: by.trim(), kind, publish, consent: CONSENT });
    busy.current = false;
    if (failed !== null) setTrouble(failed);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {title !== "" && <h2>{title}</h2>}
      <div className="field">
        <label htmlFor={id}>{t("label")}</label>
        <textarea
          ref={box}
          id={id}
          rows={4}
          maxLength={isRecord ? 5000 : 2000}
          value={text}
          aria-describedby={`${id}-hint`}
          aria-invalid={trouble === "empty"}
          onChange={(event) => write({ text: event.target.value })}
        />
        <p id={`${id}-hint`} className="field-hint">
          {isRecord ? t("hintRecorded") : t("hint")}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t("kind")}</label>
        <select
          id={`${id}-kind`}
          value={kind ?? ""}
          onChange={({ target }) => setKind(OPINION_KINDS.find((one) => one === target.value))}
        >
          <option value="">{t("kinds.none")}</option>
          {OPINION_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {withName && (
        <div className="field">
          <label htmlFor={`${id}-by`}>{t("name")}</label>
          <input
            id={`${id}-by`}
            value={by}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => write({ by: event.target.value })}
          />
        </div>
      )}
      <CheckBox checked={publish} onChange={setPublish} boxed>
        {t("publish")}
      </CheckBox>
      {!isRecord && (
        <>
          <CheckBox checked={agreed} onChange={setAgreed} boxed>
            {t("consent")}
          </CheckBox>
          <p className="field-hint">{t("consentText")}</p>
        </>
      )}
      <Trouble text={trouble && (isOwn(trouble) ? t(trouble) : t(`common:say.${trouble}`))} />
      <div className="opinion-form-acts">
        <Button onClick={onCancel}>{t("common:cancel")}</Button>
        <Button look="primary" type="submit">
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

interface OpinionFieldsProps {
  readonly title: string;
  readonly initial: HalfOpinion;
  /** Whether it is said as a record of an enrolled phone. */
  readonly isRecord: boolean;
  /** Whether such a record takes the name of who said it. */
  readonly named?: boolean;
  readonly onKeep: (half: HalfOpinion) => void;
  readonly onCancel: () => void;
  /** Resolves to why it could not be kept, or null. */
  readonly onSend: (written: Written) => Promise<SayError | null>;
}

function isOwn(trouble: string): trouble is "empty" | "noConsent" {
  return trouble === "empty" || trouble === "noConsent";
}
