import type { Device } from "../../domain/ward-facts.ts";
import { sortByName } from "../../domain/words/vietnamese-names.ts";

/** Devices as the office looks for them: those in use first, by the name of the person behind them. */
export function deviceRows(devices: Readonly<Record<string, Device>>): Device[] {
  const names = personNames(devices);
  const named = Object.values(devices).map((device) => ({
    ...device,
    personName: device.personName ?? names.get(device.person),
  }));
  const sorted = sortByName(named, ({ personName, deviceName }) => personName ?? deviceName ?? "");
  return [
    ...sorted.filter(({ revokedSeq }) => revokedSeq === null),
    ...sorted.filter(({ revokedSeq }) => revokedSeq !== null),
  ];
}

/** Somebody who has, or had, a device at work. */
export interface Worker {
  readonly person: string;
  readonly name: string;
  /** The device they were given last. */
  readonly device: Device;
}

/** People who may be invited again, by name; one without a name cannot be told from others. */
export function workersOf(devices: Readonly<Record<string, Device>>): Worker[] {
  const names = personNames(devices);
  const last = new Map<string, Device>();
  for (const device of Object.values(devices)) {
    if (device.role !== "office" && device.role !== "volunteer") continue;
    const known = last.get(device.person);
    if (!known || known.enrolledAt <= device.enrolledAt) last.set(device.person, device);
  }
  const workers = [...last].flatMap(([person, device]): Worker[] => {
    const name = names.get(person);
    return name === undefined ? [] : [{ person, name, device }];
  });
  return sortByName(workers, ({ name }) => name);
}

/** A new phone of the same person need not name them again. */
function personNames(devices: Readonly<Record<string, Device>>): Map<string, string> {
  const named = Object.values(devices).sort((a, b) => a.enrolledAt - b.enrolledAt);
  return new Map(
    named.flatMap(({ person, personName }): [string, string][] =>
      personName === undefined ? [] : [[person, personName]],
    ),
  );
}

/** What to call a device in a sentence; null where nobody named it. */
export function deviceTitle({
  personName,
  deviceName,
}: Pick<Device, "personName" | "deviceName">): string | null {
  const names = [personName, deviceName].filter((name) => name !== undefined && name !== "");
  return names.length > 0 ? names.join(" · ") : null;
}
