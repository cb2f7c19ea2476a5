import {
  covenantDecisions,
  haltedIn,
  type CovenantDecision,
  type CovenantOutcome,
} from "../covenant/covenant-standing.ts";
import { keyAt, type FigureLine, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { neighbourhoodsIn, neighbourhoodsOf, type CovenantEdition, type ReportSource } from "./source.ts";

/**
 * What a ward tells of its covenants by khu phố: which have one, and which were made, amended, replaced and recognised in the
 * days of a period, suspended and abolished (Nghị định 61/2023/NĐ-CP). An edition counts by the day of its recognition, a decision by its own. One of the same covenant amends,
 * one of another in its place replaces.
 */
export function measureCovenants(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward } = source;
  const codes = neighbourhoodsIn(source, period).map(({ code }) => code);
  // What a khu phố that has ended agreed on is carried out by nobody.
  const there = neighbourhoodsOf(ward, period.to).map(({ code }) => code);
  const decisions = covenantDecisions(ward.records);
  const decided = decisions.filter(({ area, date }) => codes.includes(area) && isDuring(date, period));
  const editions = ward.editions.filter(({ recognition }) => recognition.date <= period.to);
  const inForce = there.flatMap((code) => {
    const edition = editions.findLast(({ area, inForce: from }) => area === code && from <= period.to);
    // One that is suspended or abolished as a whole is not carried out.
    return edition && !haltedIn(decisions, edition, period.to).whole ? [edition] : [];
  });
  const changed = editions.filter(
    ({ area, recognition }) => codes.includes(area) && isDuring(recognition.date, period),
  );
  const changes = changed.map((edition) => ({ edition, how: howOf(edition, editions) }));
  const of = (how: How) => changes.filter((one) => one.how === how).map(({ edition }) => edition);
  const by = (outcome: CovenantOutcome) => decided.filter((one) => one.outcome === outcome);
  const parts: readonly [measure: string, name: string, some: readonly Placed[]][] = [
    ["covenant.inForce", "Khu phố có quy ước đang thực hiện", inForce],
    ["covenant.new", "Quy ước xây dựng mới", of("new")],
    ["covenant.amended", "Quy ước sửa đổi, bổ sung", of("amended")],
    ["covenant.replaced", "Quy ước thay thế", of("replaced")],
    ["covenant.recognised", "Quy ước được công nhận trong kỳ", changed],
    ["covenant.suspended", "Quyết định tạm ngừng thực hiện quy ước", by("suspended")],
    ["covenant.abolished", "Quyết định bãi bỏ quy ước", by("abolished")],
  ];
  return ["", ...codes].flatMap((place) =>
    parts.map(([measure, name, some]): Measured => {
      const lines = some.filter(({ area }) => place === "" || area === place).map(lineOf);
      const whole = measure === "covenant.inForce" ? { of: place === "" ? there.length : 1 } : {};
      return {
        key: keyAt(measure, place),
        part: "covenants",
        place: place || ward.slug,
        name,
        unit: UNITS[measure] ?? "bản",
        form: "count",
        value: lines.length,
        ...whole,
        lines,
      };
    }),
  );
}

type How = "new" | "amended" | "replaced";

function howOf(edition: CovenantEdition, all: readonly CovenantEdition[]): How {
  const former = all.findLast(
    ({ area, recognition }) => area === edition.area && recognition.date < edition.recognition.date,
  );
  // A ward that began with a later edition has had one before.
  if (!former) return Number(edition.edition) > 1 ? "amended" : "new";
  return former.covenant === edition.covenant ? "amended" : "replaced";
}

const UNITS: Readonly<Record<string, string>> = {
  "covenant.inForce": "khu phố",
  "covenant.suspended": "quyết định",
  "covenant.abolished": "quyết định",
};

/** An edition, or a decision about one. */
type Placed = CovenantEdition | CovenantDecision;

function lineOf(one: Placed): FigureLine {
  return { of: "outcome" in one ? "decision" : "covenant", id: one.jti, place: one.area, amount: 1 };
}
