import type { Covenant } from "../ward-facts.ts";
import { haltedIn, type CovenantDecision, type NewCovenantDecision } from "./covenant-standing.ts";

/** Why a decision about a covenant cannot be recorded as it was typed. */
export type DecisionFlaw =
  | "noCovenant"
  | "noNumber"
  | "noDate"
  | "future"
  | "askedAfter"
  | "beforeRecognition"
  | "fromBefore"
  | "noArticles"
  | "unknownArticle"
  | "abolished"
  | "notSuspended";

/** What of it cannot be, and which article; null where nothing stands against it. `others` are the decisions that were recorded besides, dates as `2026-11-18`. */
export function decisionFlaw(
  decision: NewCovenantDecision,
  isWhole: boolean,
  covenant: Covenant | null,
  others: readonly CovenantDecision[],
  today: string,
): { readonly flaw: DecisionFlaw; readonly article: string } | null {
  const is = (flaw: DecisionFlaw, article = "") => ({ flaw, article });
  if (!covenant) return is("noCovenant");
  if (decision.number === "" || decision.authority === "") return is("noNumber");
  if (decision.date === "" || decision.from === "") return is("noDate");
  if (decision.date > today) return is("future");
  if (decision.asked > decision.date) return is("askedAfter");
  if (decision.date < covenant.recognition.date) return is("beforeRecognition");
  if (decision.from < decision.date) return is("fromBefore");
  if (!isWhole && decision.articles.length === 0) return is("noArticles");
  const known = new Set(articleNumbers(covenant));
  const unknown = decision.articles.find((number) => !known.has(number));
  if (unknown !== undefined) return is("unknownArticle", unknown);
  const halted = haltedIn(others, covenant);
  if (halted.whole?.outcome === "abolished") return is("abolished");
  if (decision.outcome !== "resumed") return null;
  const suspended = [...halted.articles].filter(([, by]) => by.outcome === "suspended").map(([one]) => one);
  if (isWhole) return halted.whole || suspended.length > 0 ? null : is("notSuspended");
  const holds = decision.articles.find((number) => !suspended.includes(number));
  return holds === undefined ? null : is("notSuspended", holds);
}

/** The numbers of articles as somebody typed them, each once: '5, 7 và Điều 12' are three. */
export function readArticles(typed: string): string[] {
  const words = typed
    .normalize("NFC")
    .replaceAll(/điều/giu, " ")
    .split(/[\s,;]+/u);
  return [...new Set(words.filter((word) => word !== "" && word !== "và"))];
}

/** The numbers of a covenant's articles, in their order. */
function articleNumbers({ chapters }: Pick<Covenant, "chapters">): string[] {
  return chapters.flatMap(({ articles }) => articles.map(({ number }) => String(number)));
}
