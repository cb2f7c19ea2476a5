/** A text made ready for searching, once; looking at it allocates nothing. */
export interface SearchKey {
  /** Its words without marks, each after one space. */
  readonly plain: string;
  /** The same words with their marks. */
  readonly marked: string;
  /** One bit for each letter or digit that begins a word: most texts are ruled out by it alone. */
  readonly initials: number;
}

/** Brings a text to NFC, so that 'ế' typed on an iPhone and on a PC is the same letter. */
export function nfc(text: string): string {
  return text.normalize("NFC");
}

/** Lower case, without marks, đ → d, single spaces: 'Nguyễn  Thị Đào' → 'nguyen thi dao'. */
export function fold(text: string): string {
  return withoutMarks(text.toLowerCase()).replace(SPACES, " ").trim();
}

/**
 * One spelling of a text for comparing and for searching with marks: NFC, lower case, single spaces, and the tone on the
 * second vowel ('hòa' → 'hoà'), since both spellings are in use for the same name. Not for the screen.
 */
export function spelling(text: string): string {
  return nfc(text).toLowerCase().replace(OLD_TONES, newTone).replace(SPACES, " ").trim();
}

/** Makes a household's or an article's words ready for `searcher`. Make it once for each text, not once for each key typed. */
export function searchKey(text: string): SearchKey {
  const marked = ` ${spelling(text)}`.replace(BETWEEN_WORDS, " ").trimEnd();
  const plain = withoutMarks(marked);
  // One string where both are alike saves memory.
  return { plain, marked: plain === marked ? plain : marked, initials: initialsOf(plain) };
}

/** Order of house numbers and numbers in a list: 2, 12, 12/4, 12/10, 12A. */
export function compareNumbers(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return NUMBERS.compare(String(a), String(b));
}

const MARKS = /[\u0300-\u036f]/g;
const SPACES = /\s+/g;
// '/' and '-' stay: '12/4' and '12-4' are one house number.
const BETWEEN_WORDS = /[\s.,;:!?()[\]"'“”‘’…]+/g;
const OLD_TONES = /[òóỏõọ][ae]|[ùúủũụ]y/g;
const TONES = "\u0300\u0301\u0309\u0303\u0323";
// Made once: a collator costs more than thousands of comparisons.
const NUMBERS = new Intl.Collator("vi", { numeric: true });

function withoutMarks(lowerCase: string): string {
  return lowerCase.normalize("NFD").replace(MARKS, "").replaceAll("đ", "d");
}

function newTone(pair: string): string {
  const [vowel = "", second = ""] = pair;
  const [base = "", tone = ""] = vowel.normalize("NFD");
  return TONES.includes(tone) ? base + (second + tone).normalize("NFC") : pair;
}

// 26 letters and four bits for the digits: 30 bits are a small integer in every engine.
function initialsOf(plain: string): number {
  let bits = 0;
  for (let at = plain.indexOf(" "); at !== -1; at = plain.indexOf(" ", at + 1)) {
    const code = plain.charCodeAt(at + 1);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << (26 + (code & 3));
  }
  return bits;
}
