import type { TFunction } from "i18next";
import type { DiaryLine } from "../../../domain/household-facts.ts";
import { isAboutNaming } from "../../../domain/ward/naming.ts";
import { quantityWords } from "../../../domain/ward/works.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";

/** What a line of the diary says, in plain words; of a kind that this app is too old for it says so. */
export function diaryWords(
  t: TFunction<"household">,
  { type, body, personal, known }: Pick<DiaryLine, "type" | "body" | "personal" | "known">,
  numbers: Numbers,
): string {
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "";
  const campaign = text(body["campaign"]);
  if (!known) return t("diary.newer");
  switch (type) {
    case "visit.logged":
      if (body["outcome"] === "absent") return t("said.absent");
      if (body["outcome"] === "refused") return t("said.refused");
      return t("said.comeBack", momentOf(Number(body["at"])));
    case "handbook.delivered":
      if (body["how"] === "meeting") return t("said.deliveredMeeting");
      return body["how"] === "link" ? t("said.deliveredLink") : t("said.deliveredHand");
    case "pledge.signed":
      if (body["medium"] === "paper") return t("said.pledgedPaper", { campaign });
      if (body["hand"] === "typed") return t("said.pledgedTyped", { campaign });
      return body["medium"] === "link"
        ? t("said.pledgedLink", { campaign })
        : t("said.pledged", { campaign });
    case "pledge.withdrawn":
      return t("said.pledgeWithdrawn", { campaign });
    case "pledge.preferred":
      return t("said.pledgePreferred", { campaign });
    case "opinion.given":
      return personal["text"] === undefined
        ? t("said.opinionErased")
        : t("said.opinion", { text: text(personal["text"]) });
    case "opinion.answered":
      return personal["answer"] === undefined
        ? t("said.answeredPlain")
        : t("said.answered", { text: text(personal["answer"]) });
    case "opinion.forwarded":
      return t("said.forwarded", { to: text(body["to"]) });
    case "consent.given":
      return t(isAboutNaming(body) ? "said.named" : "said.consented");
    case "consent.withdrawn":
      return t(isAboutNaming(body) ? "said.unnamed" : "said.consentWithdrawn");
    case "meeting.attended":
      return body["present"] === false ? t("said.missed") : t("said.attended");
    case "contribution.recorded": {
      const given = quantityWords({ quantity: Number(body["quantity"]), unit: text(body["unit"]) }, numbers);
      return t("said.contributed", { given, cause: text(body["for"]) });
    }
    default:
      return t(`said.${PLAIN.get(type) ?? "other"}`);
  }
}

/** Kinds of which the name says all. */
const PLAIN = new Map([
  ["household.registered", "registered"],
  ["household.changed", "changed"],
  ["household.moved", "moved"],
  ["household.merged", "merged"],
  ["household.split", "split"],
  ["household.closed", "closed"],
  ["round.assigned", "assigned"],
  ["indicator.observed", "observed"],
  ["commendation.proposed", "proposed"],
  ["commendation.granted", "granted"],
  ["request.made", "requested"],
  ["request.answered", "requestAnswered"],
  ["statement.decided", "decided"],
  ["data.erased", "erased"],
] as const) as ReadonlyMap<string, "registered">;

function momentOf(seconds: number) {
  return { time: formatTime(seconds), date: formatDate(seconds).slice(0, 5) };
}
