import type { Numbers } from "../../domain/number-format.ts";

/** A number as people type it in their language, in Vietnamese '15.600', '15600', '2,5', in English '15,600', '2.5'; null where it is none. */
export function readNumber(text: string, { point }: Numbers): number | null {
  const grouped = point === "," ? /[\s.](?=\d{3}(?:\D|$))/g : /[\s,](?=\d{3}(?:\D|$))/g;
  const plain = text.trim().replaceAll(grouped, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A number as it stands in a field, without groups: '2,5'; "" where there is none. */
export function typedNumber(value: number | undefined, { point }: Numbers): string {
  return value === undefined ? "" : String(value).replace(".", point);
}
