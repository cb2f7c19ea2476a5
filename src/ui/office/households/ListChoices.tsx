import { useTranslation } from "react-i18next";
import { FIELDS, type Field } from "../../../domain/import/headings.ts";
import { WRITINGS } from "../../../domain/import/turn-right.ts";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import type { ListReading } from "./read-list.ts";
import type { Importing } from "./use-import.ts";

/** How a file was read: its letters, its sheets, its columns. Each may be said otherwise. */
export function ListChoices({ importing, reading }: ListChoicesProps) {
  return (
    <section className="office-card import-choices">
      <WritingChoice importing={importing} reading={reading} />
      {reading.examined.sheets.length > 1 && <SheetChoice importing={importing} reading={reading} />}
      <HeadingChoice importing={importing} reading={reading} />
    </section>
  );
}

interface ListChoicesProps {
  readonly importing: Importing;
  readonly reading: ListReading;
}

function WritingChoice({ importing, reading: { writing, examples } }: ListChoicesProps) {
  const { t } = useTranslation("households");
  const named = t(`writing.${writing}`);
  return (
    <div>
      <h2>{t("writing.title")}</h2>
      <SelectField
        label={t("writing.label")}
        value={writing}
        onChange={(chosen) => importing.change({ writing: WRITINGS.find((one) => one === chosen) ?? null })}
      >
        {WRITINGS.map((one) => (
          <option key={one} value={one}>
            {t(`writing.${one}`)}
          </option>
        ))}
      </SelectField>
      <p>
        {writing === "unicode"
          ? t("writing.nothing")
          : t(importing.writing === null ? "writing.turned" : "writing.chosen", { writing: named })}
      </p>
      {examples.length > 0 && (
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t("writing.before")}</th>
              <th scope="col">{t("writing.after")}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ before, after }) => (
              <tr key={before}>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function SheetChoice({ importing, reading: { examined } }: ListChoicesProps) {
  const { t } = useTranslation("households");
  const { sheets } = examined;

  function choose(name: string, read: boolean) {
    const names = sheets.filter((one) => (one.name === name ? read : one.read)).map((one) => one.name);
    importing.change({ choices: { ...importing.choices, sheets: names } });
  }

  return (
    <fieldset className="import-sheets">
      <legend>{t("sheets.title")}</legend>
      {sheets.map(({ name, rows, hidden, hiddenRows, read }) => (
        <div key={name}>
          <CheckBox checked={read} onChange={(now) => choose(name, now)}>
            {t(hidden ? "sheets.hidden" : "sheets.rows", { name, count: rows })}
          </CheckBox>
          {hiddenRows > 0 && <p className="quiet">{t("sheets.hiddenRows", { name, count: hiddenRows })}</p>}
        </div>
      ))}
    </fieldset>
  );
}

function HeadingChoice({ importing, reading: { examined } }: ListChoicesProps) {
  const { t } = useTranslation("households");
  const barred = examined.headings.filter(({ notKept }) => notKept !== null);
  const open = examined.headings.filter(({ notKept }) => notKept === null);

  function choose(key: string, value: string) {
    const field: Field | "none" = FIELDS.find((one) => one === value) ?? "none";
    const headings = { ...importing.choices.headings, [key]: field };
    importing.change({ choices: { ...importing.choices, headings } });
  }

  return (
    <>
      {barred.length > 0 && (
        <p>
          {t("mapping.notKept", {
            columns: barred
              .map(({ text, notKept }) =>
                t("notKeptColumn", { heading: text, kind: t(`kinds.${notKept ?? "identity"}`) }),
              )
              .join(", "),
          })}
        </p>
      )}
      <details open={!examined.plan.ok}>
        <summary>{t("mapping.title")}</summary>
        <p>{t("mapping.text")}</p>
        <div className="import-mapping">
          {open.map(({ key, text, field }) => (
            <SelectField
              key={key}
              label={t("mapping.of", { heading: text })}
              value={field ?? "none"}
              onChange={(chosen) => choose(key, chosen)}
            >
              <option value="none">{t("mapping.none")}</option>
              {FIELDS.map((one) => (
                <option key={one} value={one}>
                  {t(`fields.${one}`)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </details>
    </>
  );
}
