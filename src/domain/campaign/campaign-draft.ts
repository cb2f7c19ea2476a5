import * as v from "valibot";
import { isRecord } from "../jws.ts";
import { err, ok, type Result } from "../result.ts";
import { fold } from "../vietnamese.ts";
import type { Campaign } from "../ward-facts.ts";
import { toNumber } from "../words/paper-fields.ts";
import { campaignFields, campaignOf, endsBeforeStart, itemFlaw, type CampaignFile } from "./campaign-file.ts";

const row = v.object({ id: v.string(), text: v.string() });

/** A campaign that is being written: all as text, as somebody types it. */
const schema = v.object({
  /** The campaign of the same id that stood when it was begun or looked at last; "" for none. */
  basis: v.string(),
  campaign: v.string(),
  title: v.string(),
  from: v.string(),
  to: v.string(),
  /** Edition by area; "" where the area takes no part. */
  editions: v.array(v.object({ area: v.string(), edition: v.string() })),
  items: v.array(v.object({ ...row.entries, article: v.string() })),
  version: v.string(),
  purposes: v.array(row),
});
export type CampaignDraft = v.InferOutput<typeof schema>;

/** What is wrong, and where: `items.2.text`, `from`. */
export interface CampaignFlaw {
  readonly field: string;
  readonly code: "missing" | "wrong" | "no-items" | "ends-before-start" | "item-twice" | "no-editions";
}

/** Key of the draft in a ward's office. */
export function campaignDraftKey(ward: string): string {
  return `campaign/${ward}`;
}

/** Reads a kept one; null where there is none. */
export function readCampaignDraft(kept: unknown): CampaignDraft | null {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : null;
}

/** A campaign that was opened, to be written anew. */
export function draftOfCampaign({
  jti,
  id,
  title,
  from,
  to,
  editions,
  items,
  consent,
}: Campaign): CampaignDraft {
  return {
    basis: jti,
    campaign: id,
    title,
    from,
    to,
    editions: Object.entries(editions).map(([area, edition]) => ({ area, edition: String(edition) })),
    items: items.map((item) => ({ id: item.id, text: item.text, article: String(item.article) })),
    version: String(consent.version),
    purposes: consent.purposes.map(({ id: purpose, text }) => ({ id: purpose, text })),
  };
}

/** An id for a new row that no other bears: its words without marks, and a number where that is taken. */
export function rowId(text: string, taken: readonly string[]): string {
  const stem =
    fold(text)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 40) || "muc";
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The campaign that a draft says, or all that is wrong with it, by the checks of a campaign's file. Rows without words are left out. */
export function campaignOfDraft(draft: CampaignDraft): Result<CampaignFile, readonly CampaignFlaw[]> {
  const { campaign, title, from, to, version } = draft;
  const editions = draft.editions.filter(({ edition }) => edition.trim() !== "");
  const purposes = withIds(draft.purposes);
  const items = withIds(draft.items);
  const fields = v.safeParse(campaignFields, {
    campaign,
    title,
    from,
    to,
    editions: Object.fromEntries(editions.map(({ area, edition }) => [area, edition])),
    consent: { version, purposes: Object.fromEntries(purposes.map(({ id, text }) => [id, text])) },
  });
  const flaws = [...(fields.success ? [] : fields.issues.map(flawOf)), ...itemFlaws(items)];
  if (fields.success && endsBeforeStart(fields.output))
    flaws.push({ field: "to", code: "ends-before-start" });
  if (!fields.success || flaws.length > 0) return err(flaws);
  return ok(
    campaignOf(
      fields.output,
      items.map(({ id, text, article }) => ({
        id,
        text: text.normalize("NFC").trim(),
        article: toNumber(article.trim()),
      })),
    ),
  );
}

interface Placed {
  /** Its place in the draft. */
  readonly at: number;
}

/** Those with words; each that has no id yet gets its own. */
function withIds<Row extends { readonly id: string; readonly text: string }>(
  rows: readonly Row[],
): (Row & Placed)[] {
  const taken = rows.map(({ id }) => id);
  return rows
    .map((one, at) => ({ ...one, at }))
    .filter(({ text }) => text.trim() !== "")
    .map((one) => {
      if (one.id !== "") return one;
      const id = rowId(one.text, taken);
      taken.push(id);
      return { ...one, id };
    });
}

function itemFlaws(items: readonly (CampaignDraft["items"][number] & Placed)[]): CampaignFlaw[] {
  if (items.length === 0) return [{ field: "items", code: "no-items" }];
  return items.flatMap(({ at, ...item }, index): CampaignFlaw[] => {
    const flaw = itemFlaw({ ...item, article: item.article.trim() }, items.slice(0, index));
    if (flaw === null) return [];
    if (flaw === "item-twice") return [{ field: `items.${at}.text`, code: "item-twice" }];
    return [{ field: `items.${at}.article`, code: item.article.trim() === "" ? "missing" : "wrong" }];
  });
}

function flawOf({ path, input }: v.BaseIssue<unknown>): CampaignFlaw {
  const [first, second] = (path ?? []).map(({ key }) => String(key));
  const isMissing =
    input === undefined ||
    (typeof input === "string" && input.trim() === "") ||
    (isRecord(input) && Object.keys(input).length === 0);
  if (first === "editions" && second === undefined) return { field: "editions", code: "no-editions" };
  const field = first === "consent" ? (second ?? "version") : (first ?? "");
  return {
    field: first === "editions" ? `editions.${second}` : field,
    code: isMissing ? "missing" : "wrong",
  };
}
