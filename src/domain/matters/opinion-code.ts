import { uuidV7 } from "../ids.ts";

/** SHA-256 of some bytes. */
type Digest = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

/**
 * Makes the private code by which whoever gave an opinion without an account follows it: the minute in five letters, and 75
 * random bits in fifteen. Whoever knows it asks what became of the opinion; nobody finds it out from the log, where only its
 * digest stands, as the statement's id.
 */
export function makeOpinionCode(milliseconds: number, random: Uint8Array): string {
  const minute = Math.max(0, Math.floor((milliseconds - START) / MINUTE));
  const time = Array.from({ length: TIME }, (_, at) =>
    letter(Math.floor(minute / 32 ** (TIME - 1 - at)) % 32),
  );
  const rest = [...random.subarray(0, LETTERS - TIME)].map((byte) => letter(byte % 32));
  return inGroups([...time, ...rest].join(""));
}

/** Random bytes that a code takes. */
export const CODE_BYTES = 15;

/** A code as it is kept, from whatever somebody has typed; null where it is none. */
export function readOpinionCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return new RegExp(`^[${ALPHABET}]{${LETTERS}}$`).test(plain) ? inGroups(plain) : null;
}

/** Id of the statement that holds the opinion of a code: the same wherever it is computed, so that sending twice is harmless. */
export async function opinionId(code: string, sha256: Digest): Promise<string> {
  const plain = code.replaceAll("-", "");
  let minute = 0;
  for (const one of plain.slice(0, TIME)) minute = minute * 32 + ALPHABET.indexOf(one);
  const digest = await sha256(new TextEncoder().encode(`so-tay opinion ${plain}`));
  return uuidV7(START + minute * MINUTE, digest);
}

// Without I, L, O and U, which are mistaken for others or make words (Crockford's base 32).
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 20;
const TIME = 5;
const MINUTE = 60_000;
/** The first of January 2026: five letters last until 2089. */
const START = 1_767_225_600_000;

function letter(value: number): string {
  return ALPHABET.charAt(value);
}

function inGroups(letters: string): string {
  return (letters.match(/.{5}/g) ?? []).join("-");
}
