import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase } from "../../../domain/amendment/amendment-case.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { TextField } from "../form-parts.tsx";
import { DraftField } from "./DraftField.tsx";
import { householdsIn } from "./households-in.ts";
import type { StepField } from "./step-fields.ts";
import type { StepValues } from "./step-values.ts";

/** One field of a step's form, whatever it holds. */
export function StepFieldInput({
  ward,
  file,
  rows,
  field: { name, as },
  values,
  onChange,
}: StepFieldInputProps) {
  const { t } = useTranslation("amendment");
  const numbers = useNumbers();
  const id = useId();
  const value = values[name] ?? "";
  const label = t(`fields.${name}`);
  const change = (text: string) => onChange({ [name]: text });
  if (as === "check")
    return (
      <CheckBox checked={value === "yes"} onChange={(checked) => change(checked ? "yes" : "")}>
        {label}
      </CheckBox>
    );
  if (as === "draft") return <DraftField ward={ward} file={file} value={value} onChange={onChange} />;
  if (as === "long")
    return <TextAreaField label={label} rows={4} maxLength={20_000} value={value} onChange={change} />;
  if (as === "count" || as === "text" || as === "date")
    return (
      <TextField
        label={label}
        value={value}
        onChange={change}
        type={as === "date" ? "date" : "text"}
        {...(as === "count" ? { mode: "decimal" as const } : {})}
        {...hintOf()}
      />
    );
  return (
    <fieldset className="amendment-choices">
      <legend>{label}</legend>
      {as.map((one) => (
        <label key={one}>
          <input type="radio" name={id} checked={value === one} onChange={() => change(one)} />{" "}
          {t(`choices.${one}`)}
        </label>
      ))}
    </fieldset>
  );

  function hintOf(): { readonly hint?: string } {
    if (name === "households")
      return { hint: t("hints.households", { number: numbers.integer(householdsIn(rows, file.area)) }) };
    return name === "app" ? { hint: t("hints.opinions") } : {};
  }
}

interface StepFieldInputProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly rows: readonly HouseholdRow[];
  readonly field: StepField;
  readonly values: StepValues;
  readonly onChange: (fields: StepValues) => void;
}
