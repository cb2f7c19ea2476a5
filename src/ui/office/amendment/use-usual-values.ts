import { useMemo } from "react";
import { countIn, stepOf, type AmendmentCase, type Step } from "../../../domain/amendment/amendment-case.ts";
import { meetingDay, postedUntil } from "../../../domain/amendment/deadlines.ts";
import { householdsOf } from "../../../domain/amendment/missing.ts";
import { opinionsOnDraft } from "../../../domain/amendment/opinions-on-draft.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { today } from "../form-parts.tsx";
import { useOpinions } from "../opinions/use-opinions.ts";
import { householdsIn } from "./households-in.ts";
import type { StepValues } from "./step-values.ts";

/** What stands in a step's form before anybody has typed: today, and what the phone knows already. */
export function useUsualValues(
  ward: WardView,
  rows: readonly HouseholdRow[],
  file: AmendmentCase,
  step: Step,
): StepValues {
  const { now } = usePhone();
  const day = today(now(ward.slug));
  const opinions = useOpinions(ward);
  return useMemo(() => {
    const number = householdsOf(file) ?? householdsIn(rows, file.area);
    const households = number === 0 ? {} : { households: String(number) };
    switch (step) {
      case "proposal":
        return { date: day, by: "head", ...households };
      case "opinions": {
        const posting = stepOf(file, "posting");
        const until = postedUntil(file);
        if (!posting || !until || !opinions) return { date: day };
        const last = day > until ? day : until;
        const { app, door, meeting } = opinionsOnDraft(opinions, file, posting.date, last);
        return { date: day, app: String(app), door: String(door), meeting: String(meeting) };
      }
      case "notice":
        return { date: day, clusters: "1" };
      case "meeting":
        return { date: meetingDay(file) ?? day, ...households };
      case "result":
        return { date: stepOf(file, "meeting")?.date ?? day, form: "hands" };
      case "ballots":
        return { date: day, witnesses: "2", handedOut: householdsText(file) };
      case "minutes":
        return { date: (stepOf(file, "ballots") ?? stepOf(file, "meeting"))?.date ?? day };
      case "request":
      case "decision":
        return { date: day, [step === "request" ? "to" : "authority"]: `UBND ${ward.name}` };
      default:
        return { date: day };
    }
  }, [day, file, opinions, rows, step, ward.name]);
}

function householdsText(file: AmendmentCase): string {
  const meeting = stepOf(file, "meeting");
  const households = meeting ? countIn(meeting.figures, "households") : null;
  return households === null ? "" : String(households);
}
