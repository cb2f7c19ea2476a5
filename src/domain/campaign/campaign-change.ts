import type { CampaignConsent, CampaignItem } from "../ward-facts.ts";
import { rowId } from "./campaign-draft.ts";
import type { CampaignFile } from "./campaign-file.ts";
import { consentAt, formerConsents, formerItems, itemAt, type Worded } from "./campaign-words.ts";

/**
 * What is to be said so that nobody's signature comes to stand under other words: an item in new words is another item, and
 * what households are asked to consent to in new words has another version.
 */
export function asChangeOf(standing: Worded, { campaign, body }: CampaignFile): CampaignFile {
  const reworded = new Set(rewordedItems(standing, body.items));
  const taken = [...knownItems(standing), ...body.items].map(({ id }) => id);
  const items = body.items.map((item) => {
    if (!reworded.has(item)) return item;
    const id = rowId(item.text, taken);
    taken.push(id);
    return { ...item, id };
  });
  const version = isReasked(standing, body.consent) ? freeVersion(standing) : body.consent.version;
  return { campaign, body: { ...body, items, consent: { ...body.consent, version } } };
}

/** Items under an id that stood for other words, or for another article, when it was asked last. */
export function rewordedItems(standing: Worded, items: readonly CampaignItem[]): CampaignItem[] {
  return items.filter((item) => {
    const last = itemAt(standing, item.id, Infinity);
    return last && !isSameItem(last, item);
  });
}

/** Whether households would be asked in other words under a version that stood for some already. */
export function isReasked(standing: Worded, consent: CampaignConsent): boolean {
  const last = consentAt(standing, consent.version, Infinity);
  return last !== undefined && !isSameConsent(last, consent);
}

/** The version after all that there were. */
export function freeVersion(standing: Worded): number {
  const versions = [standing.consent, ...formerConsents(standing).map(({ words }) => words)];
  const numbers = versions.map(({ version }) => Number(version)).filter(Number.isSafeInteger);
  return Math.max(0, ...numbers) + 1;
}

/** An id for words that no item has borne: those of its own, as a new row has it. */
export function freeId(standing: Worded, text: string): string {
  return rowId(
    text,
    knownItems(standing).map(({ id }) => id),
  );
}

/** Whether households are asked anything else than those who signed already. */
export function changesWords(standing: Worded, { body }: CampaignFile): boolean {
  const [before, now] = [standing.items, body.items];
  const isIn = (items: readonly CampaignItem[], item: CampaignItem) =>
    items.some((one) => one.id === item.id && isSameItem(one, item));
  return (
    !before.every((item) => isIn(now, item)) ||
    !now.every((item) => isIn(before, item)) ||
    !isSameConsent(standing.consent, body.consent)
  );
}

function knownItems(standing: Worded): CampaignItem[] {
  return [...standing.items, ...formerItems(standing).map(({ words }) => words)];
}

function isSameItem(one: CampaignItem, other: CampaignItem): boolean {
  return isSameText(one.text, other.text) && String(one.article) === String(other.article);
}

function isSameConsent(one: CampaignConsent, other: CampaignConsent): boolean {
  return (
    one.purposes.length === other.purposes.length &&
    one.purposes.every(({ id, text }, at) => {
      const purpose = other.purposes[at];
      return purpose?.id === id && isSameText(purpose.text, text);
    })
  );
}

/** What is read from a form or a file comes without spaces around it, in composed letters. */
function isSameText(one: string, other: string): boolean {
  return one.normalize("NFC").trim() === other.normalize("NFC").trim();
}
