import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../parts/Field.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import type { ListingDraft } from "./listing-draft.ts";

/** What a list says of a household. */
export function HouseholdFields({ value, change, numberHint }: HouseholdFieldsProps) {
  const { t } = useTranslation("listing");

  function line(name: LineName, more: ComponentProps<"input"> = {}, hint?: string) {
    return (
      <Field label={t(name)} hint={hint}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            maxLength={200}
            autoComplete="off"
            value={value[name]}
            onChange={(event) => change({ [name]: event.target.value })}
            {...more}
          />
        )}
      </Field>
    );
  }

  return (
    <>
      {line("head", { autoCapitalize: "words" })}
      {line("address")}
      {line("members", { inputMode: "numeric", maxLength: 3 })}
      {line("number", { maxLength: 40 }, numberHint ?? undefined)}
      {line("phone", { inputMode: "tel" })}
      <TextAreaField
        label={t("note")}
        hint={t("noteHint")}
        rows={2}
        maxLength={500}
        value={value.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

type LineName = "head" | "address" | "members" | "number" | "phone";

interface HouseholdFieldsProps {
  readonly value: Omit<ListingDraft, "id" | "area">;
  readonly change: (part: Partial<ListingDraft>) => void;
  readonly numberHint: string | null;
}
