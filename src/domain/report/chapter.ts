import type { Area } from "../ward-facts.ts";
import type { ReportBlock } from "./blocks.ts";
import { keyAt } from "./figure.ts";
import { figureOf, type Report } from "./report.ts";
import { neighbourhoodsOf, type ReportSource } from "./source.ts";

/** What a chapter is written from. */
export interface Chapter {
  readonly report: Report;
  readonly ward: Pick<ReportSource["ward"], "slug" | "name" | "areas" | "records">;
}

/** The title of a section, and what stands in it. */
export type Section = readonly [title: string, ...blocks: ReportBlock[]];

/** The khu phố of which a report tells. */
export function placesOf({ report, ward }: Chapter): readonly Area[] {
  return neighbourhoodsOf(ward, "").filter(({ code }) => figureOf(report, keyAt("people.households", code)));
}
