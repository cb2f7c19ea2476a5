/**
 * The addresses that stand in a text, as they are written: with a scheme of any kind, or as papers print them, without one
 * (`www.tayninh.gov.vn`, `dichvucong.gov.vn/tra-cuu`). What an address of e-mail holds is none.
 */
export function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([, , link = ""]) => withoutMarks(link)).filter((link) => link !== "");
}

/** A link from its scheme on. */
export function linkedAddress(link: string): string {
  return SCHEME.test(link) ? link : `https://${link}`;
}

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const LINK =
  /(^|[^\p{L}\d@._/-])([a-z][a-z\d+.-]*:\/\/[^\s<>"“”‘’]+|(?:[a-z\d-]+\.)+(?:vn|com|net|org)(?![\p{L}\d@-])(?:[/?#:][^\s<>"“”‘’]*)?)/giu;

/** Marks behind it belong to the sentence; a bracket does unless it was opened within. */
function withoutMarks(link: string): string {
  const short = link.replace(/[.,;:!?…'*_]+$/u, "");
  const isStray = /[)\]}]$/.test(short) && !/[([{]/.test(short);
  return isStray ? withoutMarks(short.slice(0, -1)) : short;
}
