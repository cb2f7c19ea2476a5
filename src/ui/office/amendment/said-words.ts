import type { TFunction } from "i18next";
import {
  countIn,
  textIn,
  type AmendmentCase,
  type TakenStep,
} from "../../../domain/amendment/amendment-case.ts";
import { attendanceOf, voteCount } from "../../../domain/amendment/count.ts";
import { postedUntil, proposalEnds } from "../../../domain/amendment/deadlines.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";

/** What a recorded step that counts says, in a sentence; "" where its day says it all. */
export function saidWords(
  t: TFunction<"amendment">,
  numbers: Numbers,
  file: AmendmentCase,
  { step, date, figures }: TakenStep,
): string {
  const count = (name: string) => numbers.integer(countIn(figures, name) ?? 0);
  const text = (name: string) => textIn(figures, name);
  switch (step) {
    case "proposal": {
      const ends = proposalEnds(file);
      if (ends === null) return t("said.head");
      return t("said.citizens", {
        supporters: count("supporters"),
        households: count("households"),
        date: formatDate(ends),
      });
    }
    case "posting":
      return t("said.posting", { date: formatDate(postedUntil(file) ?? date) });
    case "opinions":
      return t("said.opinions", { app: count("app"), door: count("door"), meeting: count("meeting") });
    case "notice":
      return t("said.notice", {
        date: formatDate(text("meetingDate")),
        time: text("time"),
        place: text("place"),
      }).trim();
    case "meeting": {
      const attendance = attendanceOf(file);
      if (!attendance) return "";
      return t(attendance.hasQuorum ? "said.quorum" : "said.noQuorum", {
        present: count("present"),
        households: count("households"),
        needed: numbers.integer(attendance.needed),
      });
    }
    case "result":
    case "ballots": {
      const votes = voteCount(file);
      if (!votes) return "";
      return t(votes.adopted ? "said.adopted" : "said.notAdopted", {
        agreed: numbers.integer(votes.agreed),
        households: numbers.integer(votes.households),
        needed: numbers.integer(votes.needed),
      });
    }
    case "request":
      return text("to") === "" ? "" : t("said.request", { to: text("to") });
    case "decision":
      return figures["outcome"] === "recognised"
        ? t("said.recognised", { number: text("number"), date: formatDate(date) })
        : t("said.refused", { number: text("number") });
    default:
      return "";
  }
}
