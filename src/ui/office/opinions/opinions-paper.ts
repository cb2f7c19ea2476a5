import type { TFunction } from "i18next";
import { isLate, stateOf, type OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { saidWords } from "../../parts/words/when.ts";
import type { Paper, PaperBlock } from "../papers/administrative-paper.ts";
import type { PaperHead } from "../papers/paper-head.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/**
 * The list of opinions for the ward's Party committee and People's Committee: the words, where they were said and what became of
 * them; no name and no house (PROTOCOL.md §5, `viewer`). `t` and `common` speak Vietnamese; `now` in seconds.
 */
export function opinionsPaper(
  t: TFunction<"officeOpinions">,
  common: TFunction<"common">,
  { ward, opinions, head, now, titleOf }: Listed,
): Paper {
  const rows = opinions.toSorted((a, b) => a.at - b.at);
  const table: PaperBlock = {
    widths: [5, 17, 36, 17, 25],
    head: COLUMNS.map((name) => t(`list.columns.${name}`)),
    rows: rows.map((one, at) => [
      String(at + 1),
      one.area === null ? t("wholeWard") : placeTitle(ward, one.area),
      [
        one.text ?? t("erased"),
        `(${[t(`kinds.${one.kind ?? "none"}`), articleOf(one), t("list.given", { on: saidWords(common, one, formatDate(one.at)) })].filter(Boolean).join("; ")})`,
      ].join("\n"),
      stateWords(one),
      one.answer ?? "",
    ]),
  };
  return {
    head,
    kind: t("list.kind"),
    abstract: t("list.abstract"),
    isWide: true,
    blocks:
      rows.length === 0 ? [{ text: t("list.leadNone") }] : [...leads().map((text) => ({ text })), table],
  };

  function leads(): readonly string[] {
    const states = rows.map(stateOf);
    const count = (...of: readonly string[]) => states.filter((one) => of.includes(one)).length;
    const lead = t("list.lead", {
      from: formatDate(rows[0]?.at ?? now),
      to: formatDate(rows.at(-1)?.at ?? now),
      ward: ward.name,
      count: rows.length,
      open: count("open"),
      late: rows.filter((one) => stateOf(one) === "open" && isLate(one, now, ward.opinionDays)).length,
      days: ward.opinionDays,
      forwarded: count("forwarded"),
      settled: count("answered", "done"),
    });
    return count("erased") === 0 ? [lead] : [lead, t("erasedCount", { count: count("erased") })];
  }

  function articleOf({ area, article }: OpinionCase): string {
    if (article === undefined) return "";
    return t("article", { number: article, title: titleOf(area, article) ?? "" }).trim();
  }

  function stateWords(one: OpinionCase): string {
    const { forwarded } = one;
    const sent = forwarded && t("list.forwarded", { to: forwarded.to, on: formatDate(forwarded.on) });
    const state = stateOf(one);
    return state === "forwarded" && sent ? sent : [t(`states.${state}`), sent].filter(Boolean).join("\n");
  }
}

const COLUMNS = ["number", "place", "opinion", "state", "answer"] as const;

interface Listed {
  readonly ward: WardView;
  readonly opinions: readonly OpinionCase[];
  readonly head: PaperHead;
  readonly now: number;
  readonly titleOf: ArticleTitle;
}
