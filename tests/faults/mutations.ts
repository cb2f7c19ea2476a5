import { signJws, type Signer } from "../../src/domain/jws.ts";
import type { Chance } from "../../src/server/demo/chance.ts";
import { newId } from "../server/speaker.ts";

type Some = readonly [string, ...string[]];

/** A valid text with something wrong about it: cut, doubled, mixed with another, or with single characters changed. */
export function mutateText(texts: Some, chance: Chance): string {
  const text = chance.pick(texts);
  const other = chance.pick(texts);
  const at = chance.between(0, text.length);
  const to = chance.between(at, Math.min(text.length, at + 60));
  const parts = text.split("~");
  const ways: readonly [() => string, ...(() => string)[]] = [
    () => text.slice(0, at) + chance.pick(CHARACTERS) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, to) + text.slice(at),
    () => text.slice(0, at) + other.slice(at),
    () => text.slice(0, at),
    () => text + other,
    () => `${parts[0]}~`,
    () => [parts[0], ...parts.slice(1, -1), parts[1], ""].join("~"),
    () => [parts[0], ...other.split("~").slice(1)].join("~"),
    () => [...text.split(".").slice(0, 2), other.split("~")[0]?.split(".")[2]].join(".").concat("~"),
    () => text.replaceAll("~", "~~"),
    () => text.toUpperCase(),
    () => text.replace("~", "=~"),
    () => otherSignature(text),
    () => Buffer.from(text).toString("base64"),
    () => randomText(chance, 200),
    () => text,
  ];
  return chance.pick(ways)();
}

/** ECDSA lets anybody make a second valid signature of a first: n − s for s. */
function otherSignature(text: string): string {
  const [jws = "", ...rest] = text.split("~");
  const [head, payload, signature = ""] = jws.split(".");
  const bytes = Buffer.from(signature, "base64url");
  if (bytes.length !== 64) return text;
  const s = BigInt(`0x${bytes.subarray(32).toString("hex")}`);
  const turned = Buffer.from((ORDER - s).toString(16).padStart(64, "0"), "hex");
  return [
    [head, payload, Buffer.concat([bytes.subarray(0, 32), turned]).toString("base64url")].join("."),
    ...rest,
  ].join("~");
}

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** A statement whose payload or header is odd, and whose signature is right all the same. */
export async function mutateSigned(text: string, signer: Signer, chance: Chance): Promise<string> {
  const [jws = "", ...rest] = text.split("~");
  const [head = "", payload = ""] = jws.split(".");
  // Under an id of its own it is judged, and not taken for one that is known.
  const fresh = chance.falls(0.9) ? { jti: newId() } : {};
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as object;
  const header = chance.falls(0.15) ? mutateValue(read(head), chance) : read(head);
  const renamed = { ...read(payload), ...fresh };
  const claims = chance.falls(0.9) ? mutateValue(renamed, chance) : renamed;
  return [await signJws(Object(header) as object, Object(claims) as object, signer), ...rest].join("~");
}

/** JSON with one value of it, anywhere, replaced, removed or added. */
export function mutateValue(value: unknown, chance: Chance): unknown {
  if (typeof value !== "object" || value === null || chance.falls(0.1)) return chance.pick(ODD)();
  const entries = Object.entries(value);
  if (entries.length === 0) return chance.pick(ODD)();
  const at = chance.between(0, entries.length - 1);
  const [name, inner] = entries[at] ?? ["x", null];
  if (Array.isArray(value))
    return chance.falls(0.3) ? [...value, chance.pick(ODD)()] : value.with(at, mutateValue(inner, chance));
  if (chance.falls(0.15)) return Object.fromEntries(entries.filter(([other]) => other !== name));
  if (chance.falls(0.15)) return { ...value, [chance.pick(NAMES)]: chance.pick(ODD)() };
  return { ...value, [name]: mutateValue(inner, chance) };
}

/** Characters of all kinds, of up to so many. */
export function randomText(chance: Chance, most: number): string {
  return Array.from({ length: chance.between(0, most) }, () => chance.pick(CHARACTERS)).join("");
}

const NAMES: Some = [
  "_sd",
  "_sd_alg",
  "...",
  "__proto__",
  "constructor",
  "in",
  "ward",
  "jti",
  "",
  "a".repeat(300),
];
const CHARACTERS: Some = [
  "A",
  "z",
  "0",
  "-",
  "_",
  "~",
  ".",
  "=",
  "+",
  "/",
  "\u0000",
  "\n",
  '"',
  "{",
  "[",
  "ế",
  "\ud83d",
  "😀",
  "%",
  " ",
];

const ODD: readonly [() => unknown, ...(() => unknown)[]] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 0.5,
  () => 1e15,
  () => 2 ** 53,
  () => -1e300,
  () => "",
  () => "\u0000",
  () => "a\u0000b",
  () => "\ud800",
  () => "x".repeat(10_000),
  () => "kp1",
  () => "kp1/t01",
  () => "__proto__",
  () => "019aaf10-5c00-7000-8000-000000000001",
  () => [],
  () => {},
  () => [[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]],
  () => Array.from({ length: 3000 }, (_, at) => at),
  () => ({ _sd: ["x"] }),
  () => ({ "...": "x" }),
];
