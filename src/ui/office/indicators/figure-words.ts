import type { TFunction } from "i18next";
import { numberOf, type Figure } from "../../../domain/ward/indicators.ts";
import { measured } from "../../../domain/words/measured.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";

type Counted = Omit<Figure, "jti">;

/** '81,85%', '17 người'; where the whole is nothing, a sentence that says so. */
export function figureWords(
  t: TFunction<"indicators">,
  numbers: Numbers,
  figure: Counted,
  unit: string,
): string {
  const { numerator, denominator, value } = figure;
  if (numerator !== undefined && denominator !== undefined) {
    return numberOf(figure) === null ? t("ofNothing") : numbers.percent(numerator, denominator);
  }
  return value === undefined ? "–" : measured(value, unit, numbers);
}

/** '821 trên 1.003': what a share is made of; "" of a value. */
export function partsWords(
  t: TFunction<"indicators">,
  numbers: Numbers,
  { numerator, denominator }: Pick<Counted, "numerator" | "denominator">,
): string {
  if (numerator === undefined || denominator === undefined) return "";
  return t("parts", { part: numbers.decimal(numerator), whole: numbers.decimal(denominator) });
}
