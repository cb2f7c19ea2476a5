import type { Numbers } from "./number-format.ts";

/** A number and what it counts: '6.400 m²', '81,85%'; what a unit means stands beside it where the language says so. */
export function measured(value: number, unit: string, numbers: Numbers): string {
  const number = numbers.decimal(value);
  if (unit === "%") return `${number}%`;
  return `${number} ${numbers.unit?.(unit, value) ?? unit}`;
}
