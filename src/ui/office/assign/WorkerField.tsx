import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Worker } from "../device-rows.ts";

/** Chooses who goes: somebody who has, or had, a device. */
export function WorkerField({
  workers,
  person,
  hint,
  onChoose,
}: {
  readonly workers: readonly Worker[];
  readonly person: string;
  readonly hint?: string;
  readonly onChoose: (person: string) => void;
}) {
  const { t } = useTranslation("assign");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("person")}</label>
      <select
        id={id}
        value={person}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{t("choosePerson")}</option>
        {workers.map((worker) => (
          <option key={worker.person} value={worker.person}>
            {worker.device.revokedSeq === null ? worker.name : t("withoutDevice", { name: worker.name })}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
