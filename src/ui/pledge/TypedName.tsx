import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { typed as words } from "../text/vi/typed.ts";
import { letterStrokes } from "./letter-strokes.ts";
import type { Stroke } from "./stroke-path.ts";

/** Signs by typing one's name: by keyboard, by ear, or where a hand cannot draw. Fetched when it is asked for. */
export function TypedName({ value, onChange }: TypedNameProps) {
  useApartWords("typed", words);
  const { t } = useTranslation("typed");
  const id = useId();
  const isDrawn = letterStrokes(value).length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{t("name")}</label>
      <input
        id={id}
        // Whoever asked for it goes on here.
        ref={focus}
        type="text"
        maxLength={80}
        autoComplete="off"
        autoCapitalize="words"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value, letterStrokes(target.value))}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {t("hint")}
      </p>
      <output className="quiet">
        {value.trim() !== "" && (isDrawn ? t("stands", { name: value.trim() }) : t("noLetters"))}
      </output>
    </div>
  );
}

function focus(element: HTMLInputElement | null): void {
  element?.focus();
}

interface TypedNameProps {
  readonly value: string;
  /** Told with the letters as strokes of the signature. */
  readonly onChange: (name: string, strokes: readonly Stroke[]) => void;
}
