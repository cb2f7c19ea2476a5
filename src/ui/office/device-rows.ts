import { sortByName } from "../../domain/vietnamese.ts";
import type { Device } from "../../domain/ward-facts.ts";

/** Devices as the office looks for them: those in use first, by the name of the person behind them. */
export function deviceRows(devices: Readonly<Record<string, Device>>): Device[] {
  const sorted = sortByName(
    Object.values(devices),
    ({ personName, deviceName }) => personName ?? deviceName ?? "",
  );
  return [
    ...sorted.filter(({ revokedSeq }) => revokedSeq === null),
    ...sorted.filter(({ revokedSeq }) => revokedSeq !== null),
  ];
}

/** What to call a device in a sentence; null where nobody named it. */
export function deviceTitle({
  personName,
  deviceName,
}: Pick<Device, "personName" | "deviceName">): string | null {
  const names = [personName, deviceName].filter((name) => name !== undefined && name !== "");
  return names.length > 0 ? names.join(" · ") : null;
}
