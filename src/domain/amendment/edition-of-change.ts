import { writeChapters, type CovenantDraft } from "../covenant/covenant-draft.ts";
import type { CovenantEdition } from "../report/source.ts";
import { stepOf, textIn, type AmendmentCase } from "./amendment-case.ts";

/**
 * The next edition as far as a recognised change says it: the adopted words, and the decision from whose day they are in force
 * (Nghị định 61/2023/NĐ-CP). What stands around the covenant stays as `begun` has it. Null before the change is recognised.
 */
export function editionOfChange(
  file: Pick<AmendmentCase, "id" | "steps">,
  begun: CovenantDraft,
  edition: string,
): CovenantDraft | null {
  const decision = recognitionOf(file);
  const posted = stepOf(file, "posting")?.draft;
  if (!decision || !posted) return null;
  return {
    ...begun,
    amendment: file.id,
    edition,
    title: posted.title.normalize("NFC").replace(DRAFT_WORDS, "").trim() || posted.title,
    number: textIn(decision.figures, "number"),
    date: decision.date,
    authority: textIn(decision.figures, "authority"),
    inForce: decision.date,
    text: writeChapters(posted.chapters),
  };
}

/**
 * The editions that came of a change, in the log's order: those that name it and, of one that was published without its file,
 * those of its area that were recognised by its decision.
 */
export function editionsOfChange<Edition extends CovenantEdition>(
  file: Pick<AmendmentCase, "id" | "area" | "steps">,
  editions: readonly Edition[],
): readonly Edition[] {
  const decision = recognitionOf(file);
  return editions.filter(({ amendment, area, recognition }) =>
    amendment === undefined
      ? decision !== undefined &&
        area === file.area &&
        recognition.date === decision.date &&
        recognition.number === textIn(decision.figures, "number")
      : amendment === file.id,
  );
}

function recognitionOf(file: Pick<AmendmentCase, "steps">) {
  const decision = stepOf(file, "decision");
  return decision?.figures["outcome"] === "recognised" ? decision : undefined;
}

/** What a title says only of a draft. */
const DRAFT_WORDS = /\s*(\(dự thảo\)|[-–:]?\s*dự thảo)\s*$/iu;
