import * as v from "valibot";
import { isAreaCode } from "../ids.ts";
import { err, ok, type Result } from "../result.ts";
import type { CampaignItem } from "../ward-facts.ts";
import { readFields, readFrontMatter, type Flaw, type FrontMatterFile } from "../words/front-matter.ts";
import { date, line, number, text, toNumber } from "../words/paper-fields.ts";

/** What is wrong below the front matter of a campaign's file, or with its days. */
export type CampaignCode =
  | "no-items"
  | "not-an-item"
  | "item-twice"
  | "item-without-text"
  | "ends-before-start";

/** A campaign's id, and what `campaign.opened` says of it. */
export interface CampaignFile {
  readonly campaign: string;
  readonly body: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly editions: Readonly<Record<string, number | string>>;
    readonly items: readonly CampaignItem[];
    readonly consent: {
      readonly version: number | string;
      readonly purposes: readonly { readonly id: string; readonly text: string }[];
    };
  };
}

/** Reads a campaign's Markdown file (PROTOCOL.md §6): front matter, and a line `- flag (Điều 13): …` for each item of the pledge. */
export function readCampaignFile(file: string): Result<CampaignFile, readonly Flaw<CampaignCode>[]> {
  const parts = readFrontMatter(file);
  if (!parts.ok) return parts;
  const fields = readFields(parts.value, campaignFields);
  const items = readItems(parts.value);
  if (!fields.ok || !items.ok) {
    const flaws = [fields, items].flatMap((part): readonly Flaw<CampaignCode>[] =>
      part.ok ? [] : part.error,
    );
    return err(flaws.sort((a, b) => a.line - b.line));
  }
  const { campaign, title, from, to, editions, consent } = fields.value;
  if (endsBeforeStart(fields.value))
    return err([{ line: parts.value.lineOf(["to"]), code: "ends-before-start", what: to }]);
  return ok(campaignOf({ campaign, title, from, to, editions, consent }, items.value));
}

/** A campaign out of fields that were checked, and its items. */
export function campaignOf(
  { campaign, title, from, to, editions, consent }: v.InferOutput<typeof campaignFields>,
  items: readonly CampaignItem[],
): CampaignFile {
  const purposes = Object.entries(consent.purposes).map(([id, words]) => ({ id, text: words }));
  return {
    campaign,
    body: { title, from, to, editions, items, consent: { version: consent.version, purposes } },
  };
}

/** Whether a campaign is over before it begins. */
export function endsBeforeStart({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return to < from;
}

/** What is wrong with an item of the pledge beside those before it; null where nothing is. */
export function itemFlaw(
  { id, article, text: words }: { readonly id: string; readonly article: string; readonly text: string },
  before: readonly { readonly id: string }[],
): CampaignCode | null {
  if (!/^[\w-]{1,64}$/.test(id) || !/^[\p{L}\d]+$/u.test(article)) return "not-an-item";
  if (before.some((item) => item.id === id)) return "item-twice";
  return words.trim() === "" ? "item-without-text" : null;
}

const code = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** What a campaign has besides its items, as text that somebody wrote. */
export const campaignFields = v.object({
  campaign: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  title: line,
  from: date,
  to: date,
  editions: v.pipe(v.record(v.custom<string>(isAreaCode), number), v.minEntries(1)),
  consent: v.object({
    version: number,
    purposes: v.pipe(v.record(code, text), v.minEntries(1), v.maxEntries(20)),
  }),
});

function readItems({
  lines,
}: FrontMatterFile): Result<readonly CampaignItem[], readonly Flaw<CampaignCode>[]> {
  const items: CampaignItem[] = [];
  const flaws: Flaw<CampaignCode>[] = [];
  for (const { line: at, text: row } of lines) {
    if (row.trim() === "") continue;
    const [, id = "", article = "", words = ""] =
      /^[-*]\s+([\w-]{1,64})\s*\(Điều\s+([\p{L}\d]+)\)\s*:(.*)$/u.exec(row.trim()) ?? [];
    const flaw = itemFlaw({ id, article, text: words }, items);
    if (flaw !== null)
      flaws.push({ line: at, code: flaw, what: flaw === "not-an-item" ? row.trim().slice(0, 60) : id });
    else items.push({ id, text: words.trim(), article: toNumber(article) });
  }
  if (items.length === 0 && flaws.length === 0)
    flaws.push({ line: lines[0]?.line ?? 1, code: "no-items", what: "-" });
  return flaws.length === 0 ? ok(items) : err(flaws);
}
