import type { Covenant, Handbook } from "../ward-facts.ts";
import { linkedAddress, linksIn } from "../words/links-in.ts";

/** A permanent address of the ward's own, and what has to be found there. */
export interface OwnAddress {
  readonly kind: "ward" | "handbook" | "receipt";
  readonly ward: string;
  /** Whose handbook it opens; null where it is nobody's own. */
  readonly area: string | null;
  /** From its first slash on. */
  readonly path: string;
}

/** An address that stands in the words of a handbook. */
export interface LinkedAddress {
  /** From its scheme on. */
  readonly address: string;
  readonly places: readonly LinkPlace[];
}

/** Where it stands: in an article, or (null) around the covenant. */
export interface LinkPlace {
  readonly area: string;
  readonly article: string | null;
}

/** The words of one area that are in force. */
export interface BookWords {
  readonly covenant: Pick<Covenant, "area" | "chapters">;
  readonly handbook: Handbook | null;
}

/**
 * What a ward prints on covers, posters and receipts, and has to keep for good: the way to all its handbooks, each one's own
 * address, whichever edition it is printed on, and the page where receipts are checked.
 */
export function ownAddresses(ward: string, areas: readonly string[]): readonly OwnAddress[] {
  return [
    { kind: "ward", ward, area: null, path: `/so-tay/${ward}` },
    ...areas.map((area): OwnAddress => ({ kind: "handbook", ward, area, path: `/so-tay/${ward}/${area}` })),
    { kind: "receipt", ward, area: null, path: "/bien-nhan" },
  ];
}

/** Every address in the words of these books, each once, with all the places where it stands. */
export function linkedAddresses(books: readonly BookWords[]): readonly LinkedAddress[] {
  const found = new Map<string, LinkPlace[]>();
  for (const { place, text } of books.flatMap(wordsOf)) {
    for (const link of linksIn(text)) {
      const address = linkedAddress(link);
      const places = found.get(address) ?? [];
      const isKnown = places.some((one) => one.area === place.area && one.article === place.article);
      if (!isKnown) places.push(place);
      found.set(address, places);
    }
  }
  return [...found].map(([address, places]) => ({ address, places }));
}

function wordsOf({ covenant, handbook }: BookWords): { readonly place: LinkPlace; readonly text: string }[] {
  const { area } = covenant;
  const chapters = [
    ...covenant.chapters,
    ...(handbook?.translations ?? []).flatMap((translation) => translation.chapters),
  ];
  const articles = chapters.flatMap((chapter) =>
    chapter.articles.map(({ number, title, text }) => ({
      place: { area, article: String(number) },
      text: `${title}\n${text}`,
    })),
  );
  const around = handbook
    ? [
        handbook.introduction,
        ...handbook.decisions.flatMap(({ title, text }) => [title, text ?? ""]),
        ...handbook.opinions.flatMap(({ text, answer }) => [text, answer ?? ""]),
        ...handbook.contacts.flatMap(({ office, name, phone }) => [office, name ?? "", phone]),
      ]
    : [];
  return [...articles, ...around.map((text) => ({ place: { area, article: null }, text }))];
}
