import { useId } from "react";

/** A few free words beside a reason. */
export function NoteField({ label, note, onChange }: NoteFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface NoteFieldProps {
  readonly label: string;
  readonly note: string;
  readonly onChange: (note: string) => void;
}
