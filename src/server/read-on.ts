import type { Page, PageEnd } from "../wire/page.ts";
import { findDevice } from "./gate/gate.ts";
import type { ServerParts } from "./parts.ts";
import { readPage } from "./read.ts";
import type { DeviceFact } from "./store/rows.ts";
import { findWard } from "./wards/wards.ts";

/**
 * The pages that follow the end of one, until the log ends or they hold `left` lines, of `size` lines each. Each is read when it is asked
 * for, as the log and the device are by then: whoever is revoked meanwhile, or sees another part of it, is told no more.
 */
export async function* readOn(
  { db, flushed }: Pick<ServerParts, "db" | "flushed">,
  { ward, kid }: Pick<DeviceFact, "ward" | "kid">,
  before: PageEnd,
  { left, size }: { readonly left: number; readonly size: number },
): AsyncGenerator<Page, void> {
  const { epoch, scope } = before;
  let { next, head } = before;
  for (let more = left; more > 0 && next < head;) {
    const [now, device] = await Promise.all([findWard(db, ward), findDevice(db, ward, kid)]);
    if (!now || !device || device.revoked_seq !== null) return;
    if (now.epoch !== epoch || String(device.scope) !== scope) return;
    const page = await readPage(db, now, device, { after: next, limit: Math.min(more, size) });
    // What is told must be on the disk, as with any answer.
    await flushed();
    yield page;
    if (page.end.next <= next) return;
    more -= page.lines.length;
    ({ next, head } = page.end);
  }
}
