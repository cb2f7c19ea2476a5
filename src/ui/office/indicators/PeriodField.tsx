import { useTranslation } from "react-i18next";
import { TextField } from "../form-parts.tsx";

/** The period that a figure is of: a year, or whatever the ward counts by. */
export function PeriodField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation("indicators");
  return <TextField label={t("periodField")} hint={t("periodHint")} value={value} onChange={onChange} />;
}
