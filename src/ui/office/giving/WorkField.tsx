import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { Field } from "../../parts/Field.tsx";
import type { Recording } from "../use-recording.ts";

/** What both forms are given. */
export interface FormProps<Of> {
  readonly ward: WardView;
  /** Works that are known. */
  readonly names: readonly string[];
  /** What it corrects. */
  readonly of: Of | null;
  readonly busy: boolean;
  /** Somebody asked for it at a record: the focus comes here. */
  readonly asked: boolean;
  /** Resolves to whether it was kept. */
  readonly onRecord: (recording: Recording) => Promise<boolean>;
  /** Called once nothing of the form is left to lose. */
  readonly onDone: () => void;
}

/** The work that it is for: one that is known, or a new one. */
export function WorkField({
  names,
  value,
  onChange,
}: {
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation("giving");
  return (
    <Field label={t("forWork")}>
      {(tied) => (
        <>
          <input
            {...tied}
            type="text"
            autoComplete="off"
            maxLength={500}
            list={`${tied.id}-works`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={`${tied.id}-works`}>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
