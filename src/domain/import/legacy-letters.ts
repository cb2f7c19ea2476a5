import { nfc } from "../vietnamese.ts";

/**
 * How the letters of a list are written where they are not written in Unicode: in the code page Windows-1258; in TCVN 5712:1993,
 * third set (TCVN3, 'ABC': the .Vn fonts); or as VNI for Windows writes them (the VNI- fonts).
 */
export type LegacyWriting = "windows-1258" | "tcvn3" | "vni";

/** Bytes as the letters of Windows-1252, which loses none of them: what spreadsheets make of bytes whose code they do not know. */
export function fromBytes1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("").replace(/[\u0080-\u009f]/g, (one) => C1_OF_1252[one.charCodeAt(0) - 0x80] ?? one);
}

/** Turns a text that shows as Windows-1252 into what was meant, in NFC; one with letters of another code comes back as it is. */
export function fromLegacy(text: string, writing: LegacyWriting): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  if (!isOf1252(text)) return text;
  return nfc(TURN[writing](text));
}

/**
 * What was meant by a text of an old font whose bytes somebody's program took for Windows-1258, as a Vietnamese Windows does:
 * 'Thò' shows as 'Tḥ' there. Null where a letter of it is of no byte of Windows-1258.
 */
export function fromMisread(text: string, writing: "tcvn3" | "vni"): string | null {
  const parts: string[] = [];
  for (const one of text) {
    const shown = shownBy1252(one);
    if (shown === null) return null;
    parts.push(shown);
  }
  return nfc(TURN[writing](parts.join("")));
}

/** The letters of Windows-1252 of the bytes that show as this one in Windows-1258, where marks stand by themselves. */
function shownBy1252(letter: string): string | null {
  const known = OF_1252.get(letter);
  if (known !== undefined) return known;
  if (byteOf(letter) !== undefined) return letter;
  // Composed on the way.
  const parts = letter.normalize("NFD");
  const mark = [...parts].find((one) => OF_1252.has(one));
  if (mark === undefined || parts.length < 2) return null;
  const base = shownBy1252(parts.replace(mark, "").normalize("NFC"));
  return base === null ? null : base + (OF_1252.get(mark) ?? "");
}

/** Whether all its letters are of Windows-1252, as those of a text in another code are that was taken for one in it. */
export function isOf1252(text: string): boolean {
  return [...text].every((one) => byteOf(one) !== undefined);
}

const CHUNK = 8192;

/** https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F; what it leaves out stands for itself. */
const C1_OF_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** TCVN 5712:1993, 0x80 to 0xFF. */
const TCVN =
  "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" +
  "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" +
  "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ" +
  "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ" +
  "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" +
  "éẹềểễếệìỉỄẾỒĩíịò" +
  "Ổỏõóọồổỗốộờởỡớợù" +
  "ỖủũúụừửữứựỳỷỹýỵỐ";

/** https://encoding.spec.whatwg.org/index-windows-1258.txt, where it differs from Windows-1252. */
const OF_1258: ReadonlyMap<number, string> = new Map([
  [0xc3, "Ă"],
  [0xcc, "\u0300"],
  [0xd0, "Đ"],
  [0xd2, "\u0309"],
  [0xd5, "Ơ"],
  [0xdd, "Ư"],
  [0xde, "\u0303"],
  [0xe3, "ă"],
  [0xec, "\u0301"],
  [0xf0, "đ"],
  [0xf2, "\u0323"],
  [0xf5, "ơ"],
  [0xfd, "ư"],
  [0xfe, "₫"],
]);

/** The other way: what a byte shows as in Windows-1252, by what it shows as in Windows-1258. */
const OF_1252: ReadonlyMap<string, string> = new Map(
  [...OF_1258].map(([byte, letter]) => [letter, String.fromCharCode(byte)]),
);

const GRAVE = "\u0300";
const ACUTE = "\u0301";
const HOOK = "\u0309";
const TILDE = "\u0303";
const DOT = "\u0323";
const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";

/** VNI writes a letter and behind it its marks, as one other letter. */
const VNI_TONES: Readonly<Record<string, string>> = { ø: GRAVE, ù: ACUTE, û: HOOK, õ: TILDE, ï: DOT };
const VNI_HATS: Readonly<Record<string, string>> = {
  â: CIRCUMFLEX,
  à: CIRCUMFLEX + GRAVE,
  á: CIRCUMFLEX + ACUTE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
};
const VNI_BREVES: Readonly<Record<string, string>> = {
  ê: BREVE,
  è: BREVE + GRAVE,
  é: BREVE + ACUTE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
const VNI_MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...VNI_TONES, ...VNI_HATS, ...VNI_BREVES },
  e: { ...VNI_TONES, ...VNI_HATS },
  o: { ...VNI_TONES, ...VNI_HATS },
  u: VNI_TONES,
  y: VNI_TONES,
  ô: VNI_TONES,
  ö: VNI_TONES,
};
/** Letters that stand for another one by themselves. */
const VNI_ALONE: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  ì: "ì",
  í: "í",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
  ñ: "đ",
};

const TURN: Readonly<Record<LegacyWriting, (text: string) => string>> = {
  "windows-1258": (text) => byByte(text, (byte) => OF_1258.get(byte)),
  tcvn3: (text) =>
    inCapitals(
      text,
      byByte(text, (byte) => TCVN[byte - 0x80]),
    ),
  vni: (text) =>
    text.replace(/([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ôöìíæóòîñ]/gi, (both, base?: string, mark?: string) => {
      const marks = base && mark ? VNI_MARKS[base.toLowerCase()]?.[mark.toLowerCase()] : undefined;
      if (base && mark && marks !== undefined) return nfc(aloneOf(base) + marks);
      return [...both].map(aloneOf).join("");
    }),
};

function aloneOf(letter: string): string {
  const meant = VNI_ALONE[letter.toLowerCase()];
  if (meant === undefined) return letter;
  return letter === letter.toLowerCase() ? meant : meant.toUpperCase();
}

function byByte(text: string, letterOf: (byte: number) => string | undefined): string {
  let turned = "";
  for (const one of text) {
    const byte = byteOf(one) ?? 0;
    turned += byte < 0x80 ? one : (letterOf(byte) ?? one);
  }
  return turned;
}

// TCVN3 has few capitals with marks: fonts for capitals (.VnTimeH) show the small ones as such.
function inCapitals(written: string, turned: string): string {
  return /[a-z]/.test(written) || !/[A-Z]{2}/.test(written) ? turned : turned.toUpperCase();
}

/** The byte of Windows-1252 that shows as this letter. */
function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  const at = C1_OF_1252.indexOf(letter);
  if (at !== -1) return 0x80 + at;
  return code < 0x100 ? code : undefined;
}
