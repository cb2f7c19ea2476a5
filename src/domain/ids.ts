declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Slug of a ward: its identity on an installation. */
export type WardSlug = Branded<"ward">;
/** Code of an area: one or more steps joined by `/`, such as `kp2/t07`. */
export type AreaCode = Branded<"area">;
/** UUIDv7 of a household. */
export type HouseholdId = Branded<"household">;
/** UUIDv7 of a statement. */
export type StatementId = Branded<"statement">;
/** RFC 7638 thumbprint of a device's key. */
export type DeviceId = Branded<"device">;

const WARD = /^[a-z0-9-]{2,64}$/;
const AREA = /^[a-z0-9]{1,12}(\/[a-z0-9]{1,12})*$/;
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DIGEST = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** True for a slug as PROTOCOL.md §2 has it. */
export function isWardSlug(text: unknown): text is WardSlug {
  return typeof text === "string" && WARD.test(text);
}

/** True for an area code. */
export function isAreaCode(text: unknown): text is AreaCode {
  return typeof text === "string" && text.length <= 120 && AREA.test(text);
}

/** True for the id of a household: a UUIDv7 in lower case. */
export function isHouseholdId(text: unknown): text is HouseholdId {
  return typeof text === "string" && UUID7.test(text);
}

/** True for the id of a statement: a UUIDv7 in lower case. */
export function isStatementId(text: unknown): text is StatementId {
  return typeof text === "string" && UUID7.test(text);
}

/** True for a SHA-256 in canonical base64url, which the id of a device is too. */
export function isDigest(text: unknown): text is DeviceId {
  return typeof text === "string" && DIGEST.test(text);
}

/** Whether `area` is `whole` or lies in it. Whole steps are compared: `kp1` does not contain `kp10`. */
export function isWithin(area: string, whole: string): boolean {
  return area === whole || area.startsWith(`${whole}/`);
}

/** A UUIDv7 (RFC 9562 §5.7) of a time in milliseconds and 10 random bytes. */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = milliseconds; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Milliseconds since 1970: when a UUIDv7 was made, by the clock of whoever made it. */
export function timeOf(id: string): number {
  return Number.parseInt(id.replace("-", "").slice(0, 12), 16);
}
