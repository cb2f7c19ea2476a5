import type { Fact } from "../../domain/household-facts.ts";
import type { Ward } from "../../domain/ward-facts.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";

/** The ward's names for its codes and keys. */
export interface Naming {
  /** Khu phố and tổ of an area code, by name. */
  readonly areas: (code: string) => readonly [string, string];
  /** Whose device it is. */
  readonly device: (kid: string) => string;
  /** A person's name, as the newest of their devices gives it. */
  readonly person: (person: string) => string;
}

/** Names as the ward gives them now. */
export function createNaming({ areas, devices, wardKeys }: Ward): Naming {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const people = new Map(
    Object.values(devices)
      .toSorted((a, b) => a.enrolledAt - b.enrolledAt)
      .map(({ person, personName }) => [person, personName]),
  );
  return {
    person: (person) => people.get(person) ?? person,
    areas(code) {
      const outer = code.split("/")[0] ?? "";
      return [nameOf(outer), code === outer ? "" : nameOf(code)];
    },
    device(kid) {
      const { personName, deviceName } = devices[kid] ?? {};
      if (wardKeys.includes(kid)) return "Phường";
      return [personName, deviceName].filter((name) => name !== undefined).join(" · ") || kid;
    },
  };
}

/** When a fact was said, 'khoảng …' where that is only about right (PROTOCOL.md §2). */
export function momentOf({ at, approximate }: Pick<Fact, "at" | "approximate">): string {
  return approximate ? `khoảng ${moment(at)}` : moment(at);
}

/** Seconds since 1970 as a time in Việt Nam that Excel knows for one: '2026-11-18 18:34'. */
export function moment(seconds: number): string {
  const there = new Date((seconds + 7 * 3600) * 1000);
  return `${there.toISOString().slice(0, 10)} ${formatTime(seconds)}`;
}
