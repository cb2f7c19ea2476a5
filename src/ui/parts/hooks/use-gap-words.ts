import { useTranslation } from "react-i18next";
import { useWhole } from "./use-whole.ts";

/**
 * How to say that something of the ward is not on this phone: in the words given, that there is none; until the ward has come
 * whole, that this phone does not know yet.
 */
export function useGapWords(ward: string | null): (none: string) => string {
  const { t } = useTranslation("pledge");
  const isWhole = useWhole(ward);
  return (none) => (isWhole ? none : t("notWhole"));
}
