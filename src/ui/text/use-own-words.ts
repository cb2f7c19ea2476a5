import { useTranslation } from "react-i18next";
import type { VietnameseLater } from "./vi-parts.ts";

/**
 * For a part of the handbook whose script comes later: adds the Vietnamese words that come along with it, once, so that its
 * first picture has them. The words of other languages come all together.
 */
export function useOwnWords<Name extends keyof VietnameseLater>(
  name: Name,
  words: VietnameseLater[Name],
): void {
  const { i18n } = useTranslation();
  if (!i18n.hasResourceBundle("vi", name)) i18n.addResourceBundle("vi", name, words);
}
