import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { InputField } from "../parts/InputField.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import type { ListingDraft } from "./listing-draft.ts";

/** What a list says of a household. */
export function HouseholdFields({ value, change, numberHint }: HouseholdFieldsProps) {
  const { t } = useTranslation("listing");

  function line(name: LineName, more: LineProps = {}, hint?: string) {
    return (
      <InputField
        label={t(name)}
        hint={hint}
        type="text"
        maxLength={200}
        autoComplete="off"
        value={value[name]}
        onChange={(text) => change({ [name]: text })}
        {...more}
      />
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
type LineProps = Pick<ComponentProps<"input">, "autoCapitalize" | "inputMode" | "maxLength">;

interface HouseholdFieldsProps {
  readonly value: Omit<ListingDraft, "id" | "area">;
  readonly change: (part: Partial<ListingDraft>) => void;
  readonly numberHint: string | null;
}
