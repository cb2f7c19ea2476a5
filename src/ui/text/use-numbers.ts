import { useTranslation } from "react-i18next";
import { numbersIn, type Numbers } from "../../domain/words/number-format.ts";

/** How the reader's language writes numbers. */
export function useNumbers(): Numbers {
  const { i18n } = useTranslation();
  return numbersIn(i18n.language);
}
