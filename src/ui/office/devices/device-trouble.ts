import type { Device } from "../../../domain/ward-facts.ts";
import type { DeviceStanding, Unsent } from "../../../phone/api/phone.ts";
import { deviceTitle } from "../device-rows.ts";

/** What somebody at the office should look after about a device. */
export type DeviceTrouble =
  | { readonly kind: "copied" }
  | { readonly kind: "missing"; readonly count: number; readonly gaps: string }
  | { readonly kind: "silent"; readonly days: number }
  | ({ readonly kind: "unsent" } & Unsent);

/** What is wrong with a device, at a time in seconds. One that was stopped is nobody's trouble any more. */
export function troublesOf(
  device: Pick<Device, "role" | "enrolledAt" | "revokedSeq">,
  standing: DeviceStanding,
  now: number,
): DeviceTrouble[] {
  const { role, enrolledAt, revokedSeq } = device;
  const { revoked, copied, missing, missingCount, heardAt, sentAt } = standing;
  if (revoked || revokedSeq !== null) return [];
  const days = Math.floor((now - Math.max(enrolledAt, heardAt ?? 0, sentAt ?? 0)) / DAY);
  // A household opens its phone when it likes.
  const isSilent = days >= SILENT_DAYS && (role === "volunteer" || role === "office");
  const unsent = unsentOf(device, standing);
  // A phone that was away has had no chance: what counts is how long it waited when it last called.
  const isStuck = unsent !== null && (heardAt ?? 0) - unsent.since >= DAY;
  return [
    ...(copied ? [{ kind: "copied" } as const] : []),
    ...(missingCount > 0 ? [{ kind: "missing", count: missingCount, gaps: gapWords(missing) } as const] : []),
    ...(isSilent ? [{ kind: "silent", days } as const] : []),
    ...(isStuck ? [{ kind: "unsent", ...unsent } as const] : []),
  ];
}

/** What waits on a device, as it said itself; null where nothing does. By a clock that is wrong it may say too early or too late a day. */
export function unsentOf(
  { enrolledAt }: Pick<Device, "enrolledAt">,
  { unsent, heardAt }: DeviceStanding,
): Unsent | null {
  if (!unsent || unsent.statements + unsent.photos === 0) return null;
  return { ...unsent, since: Math.max(enrolledAt, Math.min(unsent.since, heardAt ?? 0)) };
}

/** How many devices have each kind of trouble. */
export function countTroubles(
  devices: Readonly<Record<string, Device>>,
  standings: readonly DeviceStanding[],
  now: number,
): Readonly<Record<DeviceTrouble["kind"], number>> {
  const counts = { copied: 0, missing: 0, silent: 0, unsent: 0 };
  for (const standing of standings) {
    const device = devices[standing.device];
    for (const { kind } of device ? troublesOf(device, standing, now) : []) counts[kind] += 1;
  }
  return counts;
}

/** Devices that have not called for days, the longest silent first. */
export function silentDevices(
  devices: Readonly<Record<string, Device>>,
  standings: readonly DeviceStanding[],
  now: number,
): { readonly kid: string; readonly name: string | null; readonly days: number }[] {
  const found = standings.flatMap((standing) => {
    const device = devices[standing.device];
    const silence = device && troublesOf(device, standing, now).find(({ kind }) => kind === "silent");
    return silence?.kind === "silent"
      ? [
          {
            kid: device?.kid ?? standing.device,
            name: device ? deviceTitle(device) : null,
            days: silence.days,
          },
        ]
      : [];
  });
  return found.sort((a, b) => b.days - a.days);
}

/** '3, 7–9': the first few gaps. */
function gapWords(gaps: DeviceStanding["missing"]): string {
  const words = gaps.slice(0, SHOWN_GAPS).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return words.join(", ") + (gaps.length > SHOWN_GAPS ? "…" : "");
}

const DAY = 86_400;
const SILENT_DAYS = 3;
const SHOWN_GAPS = 5;
