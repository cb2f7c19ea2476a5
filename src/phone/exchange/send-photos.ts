import { ok } from "../../domain/result.ts";
import { photoAnswer } from "../../wire/answers.ts";
import { ask } from "../call/ask.ts";
import { LONG, readJson, type Called } from "../call/call.ts";
import { readStatement } from "../log/records.ts";
import { unsentPhotos } from "../log/unsent-photos.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";
import type { AttachmentRow, MembershipRow, StatementRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";
import { tellUnsent } from "./tell-unsent.ts";

/**
 * Sends each photo whose statement the ward has and that its present store has not got, one by one, and lets go of those
 * that are inside a backup. A store of another epoch may have lost them: then they are sent again.
 */
export async function sendPhotos(parts: Parts, ward: string): Promise<Called<null>> {
  const { db } = parts.env;
  for (const jti of await unsentPhotos(db, ward)) {
    const row = await db.attachments.get([ward, jti]);
    const statement = await readStatement(db, ward, jti);
    if (!row || !isWithTheWard(statement)) continue;
    const sent = await sendOne(parts, row);
    if (sent.ok) continue;
    // One that the ward will not have, as after an erasure that has not come here yet, must not stop the others.
    if (!NOT_WANTED.has(sent.error.error)) return sent;
    if (!statement) await db.attachments.delete([ward, jti]);
  }
  const membership = await db.memberships.get(ward);
  if (membership) await letGo(db, membership);
  return ok(null);
}

const NOT_WANTED: ReadonlySet<string> = new Set(["not-named", "bad-request", "too-large"]);

/**
 * What the ward only holds names its photo, too; what it rejected it has not got. A statement that has left this phone's sight
 * is inside a backup, and its photo may not be: nobody else has that.
 */
function isWithTheWard(statement: StatementRow | undefined): boolean {
  return statement === undefined || !(statement.standing === "unsent" || statement.standing === "rejected");
}

async function sendOne(parts: Parts, { ward, jti, sealed }: AttachmentRow): Promise<Called<null>> {
  const { sha256, bytes } = open(sealed);
  const more = await tellUnsent(parts, ward, jti);
  const answer = await ask(parts, { ward, path: `/attachments/${sha256}`, bytes, more, timeout: LONG });
  if (!answer.ok) return answer;
  const read = readJson(photoAnswer, answer.value);
  if (!read.ok) return read;
  const { epoch, head } = read.value;
  await parts.env.db.attachments.update([ward, jti], { epoch, head });
  return ok(null);
}

async function letGo(db: PhoneDatabase, { ward, epoch, saved }: MembershipRow): Promise<void> {
  if (epoch === null || saved === 0) return;
  await db.attachments
    .where("[ward+epoch+head]")
    .between([ward, epoch, 0], [ward, epoch, saved], true, false)
    .delete();
}
