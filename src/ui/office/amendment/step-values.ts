import type { NewStep, Step, TakenStep } from "../../../domain/amendment/amendment-case.ts";
import { scanChapters } from "../../../domain/covenant/covenant-chapters.ts";
import { rowsOf, writeChapters } from "../../../domain/covenant/covenant-draft.ts";
import { isRecord } from "../../../domain/jws.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { readWhole } from "../../parts/words/read-number.ts";
import { STEP_FIELDS, type StepField } from "./step-fields.ts";

/** A step's form as it is filled in: every field as it was typed; "yes" of a box that is ticked. */
export type StepValues = Readonly<Record<string, string>>;

/** The fields that stand in the form as it is filled in now. */
export function fieldsOf(step: Step, values: StepValues): readonly StepField[] {
  return STEP_FIELDS[step].filter(({ when }) => !when || values[when[0]] === when[1]);
}

/** What a form says of a step. What is no number is left out, so that it is found lacking. */
export function stepFrom(step: Step, values: StepValues, numbers: Numbers): NewStep {
  const figures: Record<string, unknown> = {};
  const personal: Record<string, string> = {};
  for (const field of fieldsOf(step, values)) {
    const typed = (values[field.name] ?? "").normalize("NFC").trim();
    if (field.personal) personal[field.name] = typed;
    else if (field.as === "check") figures[field.name] = typed === "yes";
    else if (field.as === "count") {
      const number = readWhole(typed, numbers);
      if (number !== null) figures[field.name] = number;
    } else if (typed !== "" && step !== "posting") figures[field.name] = typed;
  }
  const held = values["heldMeeting"] ?? "";
  if (step === "meeting" && held !== "") figures["meeting"] = held;
  return {
    step,
    date: values["date"] ?? "",
    figures,
    personal,
    draft: step === "posting" ? draftFrom(values) : null,
  };
}

/** The form of a step that was recorded. */
export function valuesOf({ step, date, figures, personal, draft }: TakenStep): StepValues {
  const values: Record<string, string> = { date, ...personal };
  for (const { name, as } of STEP_FIELDS[step]) {
    const value = figures[name];
    if (as === "check") values[name] = value === true ? "yes" : "";
    else if (typeof value === "string" || typeof value === "number") values[name] = String(value);
  }
  if (step === "meeting" && typeof figures["meeting"] === "string")
    values["heldMeeting"] = figures["meeting"];
  if (!draft) return values;
  return { ...values, draftTitle: draft.title, draft: writeChapters(draft.chapters) };
}

/** What the phone kept of a half-filled form; null where there is none. */
export function readValues(kept: unknown): StepValues | null {
  if (!isRecord(kept)) return null;
  const texts = Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(texts);
}

function draftFrom(values: StepValues): NewStep["draft"] {
  const { chapters, flaws } = scanChapters(rowsOf(values["draft"] ?? ""));
  // Words outside an article, or an article without words, would be lost on the way.
  const title = (values["draftTitle"] ?? "").normalize("NFC").trim();
  return flaws.length > 0 || title === "" ? null : { title, chapters };
}
