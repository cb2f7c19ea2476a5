import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { isoDate } from "../../parts/when.ts";

/** To whom an opinion goes, and on which day. */
export function ForwardForm({ now, known, busy, trouble, onForward, onCancel }: ForwardFormProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const id = useId();
  const [to, setTo] = useState("");
  const [on, setOn] = useState(() => isoDate(now));
  const [isLacking, setLacking] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacks = to.trim() === "" || on === "";
    setLacking(lacks);
    if (!lacks) onForward(to.trim(), on);
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
          onChange={({ target }) => setTo(target.value)}
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
          onChange={({ target }) => setOn(target.value)}
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
  /** Seconds. */
  readonly now: number;
  /** To whom others went before. */
  readonly known: readonly string[];
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onForward: (to: string, on: string) => void;
  readonly onCancel: () => void;
}
