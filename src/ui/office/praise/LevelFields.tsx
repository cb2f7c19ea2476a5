import { useId } from "react";
import { useTranslation } from "react-i18next";
import { COMMENDATION_LEVELS } from "../../../domain/ward/commendations.ts";
import { TextField } from "../form-parts.tsx";

/** The level and the year of praise. */
export function LevelFields({ level, period, onChange }: LevelFieldsProps) {
  const { t } = useTranslation("praise");
  const id = useId();
  return (
    <div className="praise-pair">
      <div className="field">
        <label htmlFor={id}>{t("level")}</label>
        <select
          id={id}
          value={level}
          onChange={({ target }) =>
            onChange({
              level: COMMENDATION_LEVELS.find((one) => one === target.value) ?? level,
              period,
            })
          }
        >
          {COMMENDATION_LEVELS.map((one) => (
            <option key={one} value={one}>
              {t(`levels.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <TextField label={t("year")} value={period} onChange={(year) => onChange({ level, period: year })} />
    </div>
  );
}

/** Whether a year reads `2026`. */
export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text.trim());
}

interface LevelFieldsProps {
  readonly level: (typeof COMMENDATION_LEVELS)[number];
  readonly period: string;
  readonly onChange: (value: Pick<LevelFieldsProps, "level" | "period">) => void;
}
