import type { TFunction } from "i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import type { Commendation } from "../../../domain/ward/commendations.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { Paper, PaperBlock } from "../papers/administrative-paper.ts";
import type { PaperHead } from "../papers/paper-head.ts";

/** The list that goes with a decision: groups first, then households. `t` speaks Vietnamese; nobody's consent is needed for the office's own paper. */
export function decisionPaper(t: TFunction<"praise">, { ward, head, granted, titleOf }: Listed): Paper {
  const groups = granted.filter(({ place }) => !isHouseholdId(place));
  const households = granted.filter(({ place }) => isHouseholdId(place));
  const numbers = [...new Set(granted.map(({ decision, on }) => decisionWords(decision, on)))].filter(
    Boolean,
  );
  return {
    head,
    kind: t("paper.kind"),
    abstract: t("paper.abstract", { year: granted[0]?.period ?? "" }),
    blocks: [
      { text: t("paper.lead", { ward, decisions: numbers.join("; ") }) },
      ...part(t("paper.groups", { number: groups.length }), groups),
      ...part(t("paper.households", { number: households.length }), households),
    ],
  };

  function part(title: string, some: readonly Commendation[]): PaperBlock[] {
    if (some.length === 0) return [];
    return [
      { text: title },
      {
        widths: [8, 42, 50],
        head: [t("paper.no"), t("paper.who"), t("paper.why")],
        rows: some.map((one, at) => [String(at + 1), titleOf(one), one.reason ?? ""]),
      },
    ];
  }

  function decisionWords(decision: string | undefined, on: string): string {
    return decision === undefined ? "" : t("paper.decision", { number: decision, date: formatDate(on) });
  }
}

interface Listed {
  /** Name of the ward. */
  readonly ward: string;
  readonly head: PaperHead;
  readonly granted: readonly Commendation[];
  readonly titleOf: (one: Commendation) => string;
}
