import { useTranslation } from "react-i18next";
import { countIn, type AmendmentCase, type NewStep } from "../../../domain/amendment/amendment-case.ts";
import { attendanceOf } from "../../../domain/amendment/count.ts";
import { quorumOf, supportNeeded, votesNeeded } from "../../../domain/amendment/law.ts";
import { useNumbers } from "../../text/use-numbers.ts";

/** How many are needed, of how many, while the figures are typed. */
export function Need({ file, said }: { readonly file: AmendmentCase; readonly said: NewStep }) {
  const { t } = useTranslation("amendment");
  const numbers = useNumbers();
  const need = needOf(file, said);
  if (!need) return null;
  const { what, needed, households } = need;
  return (
    <p className="amendment-need">
      {t(`need.${what}`, { needed: numbers.integer(needed), households: numbers.integer(households) })}
    </p>
  );
}

function needOf(file: AmendmentCase, { step, figures }: NewStep) {
  const typed = countIn(figures, "households");
  const all = attendanceOf(file)?.households;
  if (step === "proposal" && figures["by"] === "citizens" && typed)
    return { what: "supporters", needed: supportNeeded(typed), households: typed } as const;
  if (step === "meeting" && typed)
    return { what: "present", needed: quorumOf(typed), households: typed } as const;
  if ((step === "result" || step === "ballots") && all)
    return { what: "agreed", needed: votesNeeded(all, file.money), households: all } as const;
  return null;
}
