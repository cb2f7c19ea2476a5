import { useTranslation } from "react-i18next";
import type { Worker } from "../device-rows.ts";
import { SelectField } from "../../parts/SelectField.tsx";

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
  return (
    <SelectField label={t("person")} hint={hint} value={person} onChange={onChoose}>
      <option value="">{t("choosePerson")}</option>
      {workers.map((worker) => (
        <option key={worker.person} value={worker.person}>
          {worker.device.revokedSeq === null ? worker.name : t("withoutDevice", { name: worker.name })}
        </option>
      ))}
    </SelectField>
  );
}
