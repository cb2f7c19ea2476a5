import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { numbersIn, type Numbers } from "../../domain/words/number-format.ts";

/** `useNumbers` for figures whose units the ward named itself: '15 trụ (lamp posts)' where the reader's language knows the word. */
export function useMeasures(): Numbers {
  const { t, i18n } = useTranslation("units");
  const { language } = i18n;
  return useMemo(() => {
    function unit(own: string, count: number): string {
      const meaning = t(own, { count, defaultValue: "" });
      return meaning === "" ? own : `${own} (${meaning})`;
    }
    const numbers = numbersIn(language);
    return i18n.hasResourceBundle(language, "units") ? { ...numbers, unit } : numbers;
  }, [t, i18n, language]);
}
