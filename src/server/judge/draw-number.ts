import type { Statement } from "../../domain/statement.ts";
import { digestOfText } from "../check/digest.ts";
import type { Judgement } from "../log/judgement.ts";
import { numberKey } from "../log/numbers.ts";
import { WARD_KEY_INVITE, type DeviceFact } from "../store/rows.ts";
import { setDevice } from "./append.ts";

/** Takes down that a number has arrived. One that came with another statement before tells that there are two copies of its device (PROTOCOL.md §2, `n`). */
export function drawNumber(judgement: Judgement, statement: Statement): void {
  const device = watchedDevice(judgement, statement);
  if (!device) return;
  const { used, drawn } = judgement.facts.numbers;
  const key = numberKey(statement.kid, statement.claims.n);
  const first = drawn.get(key);
  if (first === undefined) drawn.set(key, statement.signed);
  const before = used.get(key);
  const isTwice =
    (first !== undefined && first !== statement.signed) ||
    (before !== undefined && (before.size > 1 || !before.has(digestOfText(statement.signed))));
  if (isTwice && device.copied === 0) setDevice(judgement, { ...device, copied: 1 });
}

/** Takes down the number of a statement that is rejected though its signature was good: nothing else of it is kept. */
export function drawRejected(judgement: Judgement, statement: Statement): void {
  if (!watchedDevice(judgement, statement)) return;
  drawNumber(judgement, statement);
  const { kid, signed, claims } = statement;
  const { ward, n } = claims;
  judgement.changes.rejected.push({ ward, kid, n, digest: digestOfText(signed), at: judgement.at });
}

/** A device of this ward; the ward key's own numbers are not watched (PROTOCOL.md §3). */
function watchedDevice({ facts }: Judgement, { kid, claims }: Statement): DeviceFact | undefined {
  const device = facts.devices.get(kid);
  const isWatched = claims.ward === facts.ward.ward && device?.invite !== WARD_KEY_INVITE;
  return isWatched ? device : undefined;
}
