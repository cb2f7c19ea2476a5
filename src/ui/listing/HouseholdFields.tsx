import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ListingDraft } from "./listing-draft.ts";

/** What a list says of a household. */
export function HouseholdFields({ value, change, numberHint }: HouseholdFieldsProps) {
  const { t } = useTranslation("listing");
  const id = useId();

  function line(name: "head" | "address" | "number" | "phone", more: Record<string, string> = {}) {
    return (
      <div className="field">
        <label htmlFor={`${id}-${name}`}>{t(name)}</label>
        <input
          id={`${id}-${name}`}
          type="text"
          maxLength={name === "number" ? 40 : 200}
          autoComplete="off"
          value={value[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          {...more}
        />
        {name === "number" && numberHint !== null && (
          <p className="field-hint" id={`${id}-number-hint`}>
            {numberHint}
          </p>
        )}
      </div>
    );
  }

  return (
    <>
      {line("head", { autoCapitalize: "words" })}
      {line("address")}
      <div className="field">
        <label htmlFor={`${id}-members`}>{t("members")}</label>
        <input
          id={`${id}-members`}
          type="text"
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          value={value.members}
          onChange={(event) => change({ members: event.target.value })}
        />
      </div>
      {line("number", numberHint === null ? {} : { "aria-describedby": `${id}-number-hint` })}
      {line("phone", { inputMode: "tel" })}
      <div className="field">
        <label htmlFor={`${id}-note`}>{t("note")}</label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-note-hint`}
          value={value.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <p className="field-hint" id={`${id}-note-hint`}>
          {t("noteHint")}
        </p>
      </div>
    </>
  );
}

interface HouseholdFieldsProps {
  readonly value: Omit<ListingDraft, "id" | "area">;
  readonly change: (part: Partial<ListingDraft>) => void;
  readonly numberHint: string | null;
}
