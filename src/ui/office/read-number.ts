/** A number as people type it: '15.600', '15600', '2,5'; null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s.](?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
