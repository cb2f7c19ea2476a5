import type { ReportBlock } from "./blocks.ts";
import type { Report } from "./report.ts";
import type { ReportSource } from "./source.ts";

/** What a chapter is written from. */
export interface Chapter {
  readonly report: Report;
  readonly ward: Pick<ReportSource["ward"], "slug" | "name" | "areas" | "records">;
}

/** The title of a section, and what stands in it. */
export type Section = readonly [title: string, ...blocks: ReportBlock[]];
