/** The languages of the screens, each by its own name. What one lacks is said in Vietnamese. */
export const LANGUAGES = { vi: "Tiếng Việt", en: "English", km: "ភាសាខ្មែរ" } as const;

/** A language of the screens, as BCP 47 names it. */
export type Language = keyof typeof LANGUAGES;

/** Whether the screens speak a language. */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(LANGUAGES, name);
}
