import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { isoDate } from "../../parts/words/when.ts";
import { useTexts } from "../use-texts.ts";

/** To whom an opinion goes, and on which day. What is half written stays until it is said. */
export function ForwardForm({ draftKey, now, known, busy, trouble, onForward, onCancel }: ForwardFormProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const id = useId();
  const form = useTexts(draftKey, { to: "", on: isoDate(now) });
  const [isLacking, setLacking] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const isReady = form !== undefined;
  useEffect(() => {
    if (isReady) first.current?.focus();
  }, [isReady]);
  if (!form) return null;
  const { to, on } = form.value;

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacks = to.trim() === "" || on === "";
    setLacking(lacks);
    if (!lacks) void forward();
  }

  async function forward() {
    const isKept = await onForward(to.trim(), on);
    if (isKept) await form?.drop();
  }

  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-to`}>{t("forward.to")}</label>
        <input
          ref={first}
          id={`${id}-to`}
          list={`${id}-known`}
          maxLength={500}
          autoComplete="off"
          value={to}
          onChange={({ target }) => form.change({ to: target.value })}
        />
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </datalist>
        <p className="field-hint">{t("forward.hint")}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-on`}>{t("forward.on")}</label>
        <input
          id={`${id}-on`}
          type="date"
          max={isoDate(now)}
          value={on}
          onChange={({ target }) => form.change({ on: target.value })}
        />
      </div>
      <Trouble text={isLacking ? t("forward.lacking") : trouble} />
      <div className="dialog-acts">
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {t("act.forward")}
        </Button>
      </div>
    </form>
  );
}

interface ForwardFormProps {
  /** Where it stands while it is half written. */
  readonly draftKey: string;
  /** Seconds. */
  readonly now: number;
  /** To whom others went before. */
  readonly known: readonly string[];
  readonly busy: boolean;
  readonly trouble: string | null;
  /** Tells whether it was kept. */
  readonly onForward: (to: string, on: string) => Promise<boolean>;
  readonly onCancel: () => void;
}
