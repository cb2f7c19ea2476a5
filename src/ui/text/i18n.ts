import { createInstance, type i18n as Texts } from "i18next";
import { vi } from "./vi.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof vi;
  }
}

/** Words in a chosen language: Vietnamese at once, since it came with the app. */
export function makeTexts(): Texts {
  const texts = createInstance();
  void texts.init({
    lng: "vi",
    fallbackLng: "vi",
    defaultNS: "common",
    ns: Object.keys(vi),
    resources: { vi },
    // Everything is in memory: the first picture already has its words.
    initAsync: false,
    react: { useSuspense: false },
    // React escapes.
    interpolation: { escapeValue: false },
  });
  return texts;
}

/** Changes the language of every screen, and of the page for those who hear it; English is fetched when first asked for. */
export async function speak(texts: Texts, language: "vi" | "en"): Promise<void> {
  if (language === "en" && !texts.hasResourceBundle("en", "common")) {
    const { en } = await import("./en.ts");
    for (const [namespace, words] of Object.entries(en)) texts.addResourceBundle("en", namespace, words);
  }
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}
