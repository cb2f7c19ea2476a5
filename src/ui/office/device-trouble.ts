import type { Device } from "../../domain/ward-facts.ts";
import type { DeviceStanding } from "../../phone/phone.ts";
import { deviceTitle } from "./device-rows.ts";

/** What somebody at the office should look after about a device. */
export type DeviceTrouble =
  | { readonly kind: "copied" }
  | { readonly kind: "missing"; readonly count: number; readonly gaps: string }
  | { readonly kind: "silent"; readonly days: number };

/** What is wrong with a device, at a time in seconds. One that was stopped is nobody's trouble any more. */
export function troublesOf(
  { role, enrolledAt, revokedSeq }: Pick<Device, "role" | "enrolledAt" | "revokedSeq">,
  { revoked, copied, missing, missingCount, heardAt, sentAt }: DeviceStanding,
  now: number,
): DeviceTrouble[] {
  if (revoked || revokedSeq !== null) return [];
  const days = Math.floor((now - Math.max(enrolledAt, heardAt ?? 0, sentAt ?? 0)) / DAY);
  // A household opens its phone when it likes.
  const isSilent = days >= SILENT_DAYS && (role === "volunteer" || role === "office");
  return [
    ...(copied ? [{ kind: "copied" } as const] : []),
    ...(missingCount > 0 ? [{ kind: "missing", count: missingCount, gaps: gapWords(missing) } as const] : []),
    ...(isSilent ? [{ kind: "silent", days } as const] : []),
  ];
}

/** How many devices have each kind of trouble. */
export function countTroubles(
  devices: Readonly<Record<string, Device>>,
  standings: readonly DeviceStanding[],
  now: number,
): Readonly<Record<DeviceTrouble["kind"], number>> {
  const counts = { copied: 0, missing: 0, silent: 0 };
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
