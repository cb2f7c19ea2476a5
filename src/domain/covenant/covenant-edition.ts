import type { Covenant, Handbook, Translation } from "../ward-facts.ts";
import { isSameJson } from "../words/is-same-json.ts";
import type { CovenantBody, HandbookBody } from "./covenant-draft.ts";

type Edition = number | string;

/** The number after all that are known: 5 after 4; '4b' counts as 4, and what has no number at all is not counted. */
export function nextEdition(known: readonly Edition[]): string {
  const numbers = known.map((one) => Number(/^\d+/.exec(String(one))?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1);
}

/** What of two papers is not said yet: both, one, or nothing where the same was published before. */
export function unsaid(
  papers: { readonly covenant: CovenantBody; readonly handbook: HandbookBody },
  standing: { readonly covenant: Covenant | null; readonly handbook: Handbook | null },
): ("covenant" | "handbook")[] {
  return (["covenant", "handbook"] as const).filter((name) => !says(standing[name], papers[name]));
}

/** Whether what stands says all that a body says. */
export function says(standing: object | null, body: object): boolean {
  if (!standing) return false;
  const fields = new Map(Object.entries(standing));
  // What nobody fills in any more is gone as well.
  const isGone = fields.get("translations") !== undefined && !("translations" in body);
  return !isGone && Object.entries(body).every(([name, value]) => isSameJson(fields.get(name), value));
}

/**
 * Whether an edition's number is another's already: one that is known bears it, and it is not the standing covenant told
 * once more word for word, as where only a telephone number around it has changed.
 */
export function isTaken(body: CovenantBody, standing: Covenant | null, known: readonly Edition[]): boolean {
  const all = standing ? [...known, standing.edition] : known;
  return all.some((one) => String(one) === String(body.edition)) && !says(standing, body);
}

/** Whether a covenant has other words than it has where it stands, and names the decision that recognised only those. */
export function isUnrecognised(body: Recognised, standing: Recognised): boolean {
  const { number, date } = standing.recognition;
  const isOfOne = body.recognition.number === number && body.recognition.date === date;
  return body.covenant === standing.covenant && isOfOne && wordingOf(body) !== wordingOf(standing);
}

/**
 * Translations for a new edition: of those that were published with the one before, the articles whose own words and number
 * stayed. What nobody has translated anew is read in the covenant's own language.
 */
export function keptTranslations(
  before: Covenant | null,
  handbook: Handbook | null,
  body: CovenantBody,
): Translation[] {
  if (!before || handbook?.covenant !== before.covenant || handbook.covenantEdition !== before.edition)
    return [];
  const old = new Map(before.chapters.flatMap(articlesOf));
  const stayed = new Set(
    body.chapters
      .flatMap(articlesOf)
      .filter(([number, words]) => old.get(number) === words)
      .map(([number]) => number),
  );
  return (handbook.translations ?? [])
    .map((translation) => ({
      ...translation,
      chapters: translation.chapters
        .map((chapter) => ({
          ...chapter,
          articles: chapter.articles.filter(({ number }) => stayed.has(String(number))),
        }))
        .filter(({ articles }) => articles.length > 0),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}

/** What of a covenant and its handbook is not the same, beside the articles' own words. */
export type AlsoChanged =
  | "title"
  | "recognition"
  | "inForce"
  | "chapters"
  | "introduction"
  | "decisions"
  | "opinions"
  | "contacts";

/** Names what has changed beside the articles, in the order of the form. */
export function alsoChanged(
  papers: { readonly covenant: CovenantBody; readonly handbook: HandbookBody },
  standing: { readonly covenant: Covenant; readonly handbook: Handbook | null },
): AlsoChanged[] {
  const { covenant, handbook } = papers;
  const titles = (one: { readonly chapters: Covenant["chapters"] }) =>
    one.chapters.map(({ title, articles }) => [title, articles.length]);
  const isOther: Readonly<Record<AlsoChanged, boolean>> = {
    title: covenant.title !== standing.covenant.title,
    recognition: !says(standing.covenant.recognition, covenant.recognition),
    inForce: covenant.inForce !== standing.covenant.inForce,
    chapters: !isSameJson(titles(covenant), titles(standing.covenant)),
    introduction: handbook.introduction !== (standing.handbook?.introduction ?? ""),
    decisions: !isSameJson(handbook.decisions, standing.handbook?.decisions ?? []),
    opinions: !isSameJson(handbook.opinions, standing.handbook?.opinions ?? []),
    contacts: !isSameJson(handbook.contacts, standing.handbook?.contacts ?? []),
  };
  return (Object.keys(isOther) as AlsoChanged[]).filter((name) => isOther[name]);
}

type Recognised = Pick<Covenant, "covenant" | "recognition" | "chapters">;

/** The words that a decision recognises; spaces and line ends are none. */
function wordingOf({ chapters }: Recognised): string {
  const texts = chapters.flatMap(({ title, articles }) => [
    title,
    ...articles.map((one) => [one.number, one.title, one.text].join("\n")),
  ]);
  return JSON.stringify(texts.map((text) => text.normalize("NFC").trim().replace(/\s+/g, " ")));
}

function articlesOf({ articles }: Covenant["chapters"][number]): [string, string][] {
  return articles.map(({ number, title, text }) => [String(number), `${title}\n${text}`]);
}
