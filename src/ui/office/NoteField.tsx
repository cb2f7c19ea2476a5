import { TextAreaField } from "../parts/TextAreaField.tsx";

/** A few free words beside a reason. */
export function NoteField({ label, note, onChange }: NoteFieldProps) {
  return <TextAreaField label={label} rows={2} maxLength={1000} value={note} onChange={onChange} />;
}

interface NoteFieldProps {
  readonly label: string;
  readonly note: string;
  readonly onChange: (note: string) => void;
}
