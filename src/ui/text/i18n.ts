import { createInstance, type i18n as Texts } from "i18next";
import type { Language } from "../../domain/words/languages.ts";
import { numbersIn } from "../../domain/words/number-format.ts";
import type { ApartWords } from "./apart.ts";
import type { vi } from "./vi.ts";
import type { viLater } from "./vi-later.ts";
import type { viMore } from "./vi-more.ts";
import type { viPledge } from "./vi-pledge.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof vi & typeof viLater & typeof viPledge & typeof viMore & ApartWords;
  }
}

/** Words of several screens, by screen. */
export type WordsByScreen = Readonly<Record<string, object>>;

/** Words in Vietnamese, there at once; more are added as screens are opened. */
export function makeTexts(words: WordsByScreen): Texts {
  const texts = createInstance();
  void texts.init({
    lng: "vi",
    fallbackLng: "vi",
    defaultNS: "common",
    ns: Object.keys(words),
    resources: { vi: words },
    // Everything is in memory: the first picture already has its words.
    initAsync: false,
    react: { useSuspense: false },
    // React escapes.
    interpolation: { escapeValue: false },
  });
  // The library makes a new `Intl.NumberFormat` for each number, which takes a cheap phone milliseconds.
  texts.services.formatter?.add("number", (value: number, language) => numbersIn(language).integer(value));
  return texts;
}

/** Adds the words of the screens that a reader does not open. */
export async function addLaterWords(texts: Texts): Promise<void> {
  if (texts.hasResourceBundle("vi", "round")) return;
  const [{ viLater }] = await Promise.all([import("./vi-later.ts"), addPledgeWords(texts)]);
  addWords(texts, "vi", viLater);
}

/** Of these, those of a pledge alone. */
export async function addPledgeWords(texts: Texts): Promise<void> {
  if (!texts.hasResourceBundle("vi", "pledge"))
    addWords(texts, "vi", (await import("./vi-pledge.ts")).viPledge);
}

/** Changes the language of every screen, and of the page for those who hear it; any but Vietnamese is fetched when first asked for. */
export async function speak(texts: Texts, language: Language): Promise<void> {
  if (language !== "vi" && !texts.hasResourceBundle(language, "common"))
    addWords(texts, language, await FETCH[language]());
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Adds words of one language, by screen. */
export function addWords(texts: Texts, language: Language, words: WordsByScreen): void {
  for (const [screen, some] of Object.entries(words)) texts.addResourceBundle(language, screen, some);
}

const FETCH: Record<Exclude<Language, "vi">, () => Promise<WordsByScreen>> = {
  en: async () => (await import("./en.ts")).en,
  km: async () => (await import("./km.ts")).km,
};
