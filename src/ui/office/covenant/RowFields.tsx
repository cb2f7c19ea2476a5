import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import { Button } from "../../parts/Button.tsx";
import { DraftBox } from "./DraftBox.tsx";

/** A list of the handbook, row by row: closed until somebody opens it, or something in it is wrong. */
export function RowFields<Name extends string>({
  list,
  hint,
  rows,
  parts,
  empty,
  labelOf,
  flaws,
  onChange,
}: {
  readonly list: "decisions" | "contacts" | "opinions";
  readonly hint?: string;
  readonly rows: readonly Readonly<Record<Name, string>>[];
  readonly parts: readonly { readonly name: Name; readonly day?: boolean; readonly long?: number }[];
  readonly empty: Readonly<Record<Name, string>>;
  readonly labelOf: (name: Name) => string;
  readonly flaws: readonly DraftFlaw[];
  readonly onChange: (rows: readonly Readonly<Record<Name, string>>[]) => void;
}) {
  const { t } = useTranslation("covenant");
  const isWrong = flaws.some(({ field, isRemark }) => !isRemark && field.startsWith(`${list}.`));
  const [open, setOpen] = useState(isWrong);
  const [added, setAdded] = useState<number | null>(null);
  const summary = useRef<HTMLElement>(null);
  const first = parts[0]?.name ?? "";
  useEffect(() => {
    if (added !== null) document.getElementById(`covenant-${list}.${added}.${first}`)?.focus();
  }, [added, list, first]);

  function remove(at: number) {
    onChange(rows.filter((_, index) => index !== at));
    setAdded(null);
    // What was focused is gone.
    summary.current?.focus();
  }

  return (
    <details
      className="office-card covenant-rows"
      open={open || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary ref={summary}>
        {t(`form.${list}`)} ({rows.length})
      </summary>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {rows.map((row, at) => {
        // Their places are all that tells them apart while they are empty.
        const key = `${list} ${at}`;
        return (
          <fieldset key={key} className="covenant-row">
            <legend>{t(`${list}.row`, { number: at + 1 })}</legend>
            <div className="covenant-fields">
              {parts.map(({ name, ...looks }) => (
                <DraftBox
                  key={name}
                  field={`${list}.${at}.${name}`}
                  label={labelOf(name)}
                  flaws={flaws}
                  value={row[name]}
                  {...looks}
                  onChange={(value) =>
                    onChange(rows.map((one, index) => (index === at ? { ...one, [name]: value } : one)))
                  }
                />
              ))}
            </div>
            <Button look="quiet" icon={Trash2} onClick={() => remove(at)}>
              {t(`${list}.remove`, { number: at + 1 })}
            </Button>
          </fieldset>
        );
      })}
      <Button
        icon={Plus}
        onClick={() => {
          onChange([...rows, empty]);
          setAdded(rows.length);
        }}
      >
        {t(`${list}.add`)}
      </Button>
    </details>
  );
}
