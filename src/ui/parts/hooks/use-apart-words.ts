import { useTranslation } from "react-i18next";
import type { ApartWords } from "../../text/apart.ts";

/** Adds the Vietnamese words of a part that is fetched when it is opened, before it first says any. English comes whole. */
export function useApartWords<Name extends keyof ApartWords>(name: Name, words: ApartWords[Name]): void {
  const { i18n } = useTranslation();
  if (!i18n.hasResourceBundle("vi", name)) i18n.addResourceBundle("vi", name, words);
}
