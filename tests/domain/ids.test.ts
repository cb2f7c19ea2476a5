import { describe, expect, it } from "vitest";
import {
  isAreaCode,
  isDigest,
  isHouseholdId,
  isStatementId,
  isWardSlug,
  isWithin,
  timeOf,
  uuidV7,
} from "../../src/domain/ids.ts";

const none = [null, undefined, 7, {}, [], ""];

describe("an area code", () => {
  it.each(["kp2", "kp2/t07", "a/b/c/d", "123456789012"])("%j is one", (text) =>
    expect(isAreaCode(text)).toBe(true),
  );
  it.each([
    ...none,
    "KP2",
    "kp2/",
    "/kp2",
    "kp2//t07",
    "kp 2",
    "kp-2",
    "1234567890123",
    "kp2\n",
    "khốm",
    "a/".repeat(99) + "a",
  ])("%j is none", (text) => expect(isAreaCode(text)).toBe(false));
});

describe("within compares whole steps", () => {
  it.each([
    ["kp1", "kp1", true],
    ["kp1/t01", "kp1", true],
    ["kp1/t01/n2", "kp1/t01", true],
    ["kp10", "kp1", false],
    ["kp10/t01", "kp1", false],
    ["kp1", "kp1/t01", false],
    ["kp1/t010", "kp1/t01", false],
    ["kp1", "", false],
  ])("%s in %s: %s", (area, whole, expected) => expect(isWithin(area, whole)).toBe(expected));
});

describe("a ward's slug", () => {
  it.each(["phuong-3", "p3", "a".repeat(64)])("%j is one", (text) => expect(isWardSlug(text)).toBe(true));
  it.each([...none, "p", "Phuong-3", "phường", "a_b", "a/b", "..", "a".repeat(65), "phuong-3\n"])(
    "%j is none",
    (text) => expect(isWardSlug(text)).toBe(false),
  );
});

describe("an id", () => {
  const good = "019aaf10-5c00-7000-8000-000000000018";
  it("is a UUIDv7 in lower case", () => {
    expect([isHouseholdId(good), isStatementId(good)]).toEqual([true, true]);
  });
  it.each([
    ...none,
    good.toUpperCase(),
    good.replace("-7", "-4"),
    good.replace("-8", "-c"),
    `${good} `,
    good.replaceAll("-", ""),
    `{${good}}`,
  ])("%j is none", (text) => expect([isHouseholdId(text), isStatementId(text)]).toEqual([false, false]));
});

describe("a digest", () => {
  const good = "ALH9XZV-eC1usOB0LQoyyN6a6r6YQxXuqn9v4qF1Nss";
  it("is 32 bytes in canonical base64url", () => expect(isDigest(good)).toBe(true));
  it.each([...none, `${good}=`, good.slice(1), `${good.slice(0, -1)}t`, good.replace("-", "+"), `${good}A`])(
    "%j is none",
    (text) => expect(isDigest(text)).toBe(false),
  );
});

describe("uuidV7", () => {
  const random = Uint8Array.from([255, 254, 253, 252, 251, 250, 249, 248, 247, 246]);

  it("begins with the time in milliseconds (RFC 9562 appendix A.6)", () => {
    expect(uuidV7(0x017f22e279b0, random).slice(0, 14)).toBe("017f22e2-79b0-");
  });

  it("is an id at either end of time, and later ones sort later", () => {
    const times = [0, 1, 1_795_430_000_000, 2 ** 48 - 1];
    const made = times.map((time) => uuidV7(time, random));
    expect(made.every(isStatementId)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(uuidV7(5, new Uint8Array(10))).toBe("00000000-0005-7000-8000-000000000000");
  });
});

it("an id tells the millisecond in which it was made", () => {
  for (const milliseconds of [0, 1, 1795420800123, 2 ** 48 - 1])
    expect(timeOf(uuidV7(milliseconds, new Uint8Array(10).fill(255)))).toBe(milliseconds);
});
