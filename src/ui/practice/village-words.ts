import type { i18n as Texts } from "i18next";
import type { Language } from "../../domain/words/languages.ts";
import type { PracticeWords } from "../../phone/practice-village.ts";

/** What is said in the practice ward, in a language whose words are there; Vietnamese where it has none for them. */
export function villageWords(texts: Texts, language: Language): PracticeWords {
  const t = texts.getFixedT(language, "practice");
  return {
    ward: t("village.ward"),
    device: t("village.device"),
    campaign: (year) => t("village.campaign", { year }),
    items: {
      flag: t("village.items.flag"),
      waste: t("village.items.waste"),
      quiet: t("village.items.quiet"),
      fire: t("village.items.fire"),
    },
    purpose: t("village.purpose"),
    notes: { trader: t("village.notes.trader"), dog: t("village.notes.dog") },
  };
}
