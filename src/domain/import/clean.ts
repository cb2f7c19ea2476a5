/**
 * A cell's text for comparing and keeping: NFC, single spaces, none at its ends, nothing that cannot be seen. Soft hyphens
 * stay until it is known how the letters are written: they are the 'ư' of TCVN3.
 */
export function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
