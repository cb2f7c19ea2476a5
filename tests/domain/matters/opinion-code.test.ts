import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isStatementId } from "../../../src/domain/ids.ts";
import {
  CODE_BYTES,
  makeOpinionCode,
  opinionId,
  readOpinionCode,
} from "../../../src/domain/matters/opinion-code.ts";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const NOW = Date.UTC(2026, 10, 25, 13, 5, 30);
const bytes = Uint8Array.from({ length: CODE_BYTES }, (_, at) => at * 17);

test("a code is twenty letters in groups, and read again however it was typed", () => {
  const code = makeOpinionCode(NOW, bytes);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
  expect(readOpinionCode(code)).toBe(code);
  expect(readOpinionCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
  expect(readOpinionCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
  for (const wrong of ["", code.slice(1), `${code}A`, code.replace(/.$/, "U"), "0A1B2"])
    expect(readOpinionCode(wrong)).toBeNull();
});

test("the statement's id follows from the code alone, tells its minute, and not the code", async () => {
  const code = makeOpinionCode(NOW, bytes);
  const id = await opinionId(code, sha256);
  expect(isStatementId(id)).toBe(true);
  expect(await opinionId(code, async (some) => sha256(some))).toBe(id);
  expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 25, 13, 5));
  const other = makeOpinionCode(
    NOW,
    bytes.map((byte) => byte + 1),
  );
  expect(await opinionId(other, sha256)).not.toBe(id);
});
