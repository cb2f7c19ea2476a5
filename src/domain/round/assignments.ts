import type { HouseholdRecord } from "../household-facts.ts";
import { isWithin } from "../ids.ts";
import type { Device, WardRecord } from "../ward-facts.ts";

/** That somebody is sent to an area or a household, in some days (`round.assigned`). */
export interface Assignment {
  readonly jti: string;
  /** Area code, or household id. */
  readonly place: string;
  readonly person: string;
  /** Dates `2026-11-28`, both included. */
  readonly from: string;
  readonly to: string;
}

/** What is asked of a household here. */
export interface AssignedHousehold {
  readonly id: string;
  readonly area: string;
  readonly status: { readonly word: "signed" | "given" | "again" | "refused" | "none" };
  readonly records?: readonly HouseholdRecord[] | undefined;
}

/** The work of one person, or of nobody in particular. */
export interface Load {
  readonly person: string | null;
  readonly households: number;
  /** Those that have neither pledged nor said no. */
  readonly left: number;
}

/** Who goes where on one day. */
export interface Assignments {
  /** What holds, by place: of two words about one place the later. */
  readonly byPlace: ReadonlyMap<string, Assignment>;
  /**
   * Who goes to a household: whoever was sent to it, to its tổ or to what lies around that, the nearest first; where nobody
   * was, the one volunteer whose device works there. Null where there is nobody, or more than one.
   */
  readonly personOf: (household: Pick<AssignedHousehold, "id" | "area">) => string | null;
}

/** Reads who goes where on a day (`2026-11-28`). */
export function assignmentsOn(
  day: string,
  said: {
    readonly records: readonly WardRecord[];
    readonly households: readonly AssignedHousehold[];
    readonly devices: Readonly<Record<string, Device>>;
  },
): Assignments {
  const byPlace = new Map<string, Assignment>();
  const take = (place: string, record: Pick<HouseholdRecord, "jti" | "type" | "body">) => {
    const one = assignmentOf(place, record);
    if (one && one.from <= day && day <= one.to) byPlace.set(place, one);
  };
  for (const record of said.records) take(record.sub, record);
  for (const { id, records = [] } of said.households) for (const record of records) take(id, record);
  const byArea = new Map<string, string | null>();

  function byScope(area: string): string | null {
    const known = byArea.get(area);
    if (known !== undefined) return known;
    const people = peopleIn(said.devices, area);
    const only = people.length === 1 ? (people[0] ?? null) : null;
    byArea.set(area, only);
    return only;
  }

  return {
    byPlace,
    personOf({ id, area }) {
      for (const place of [id, ...around(area)]) {
        const found = byPlace.get(place);
        if (found) return found.person;
      }
      return byScope(area);
    },
  };
}

/** How the work is shared out: by what is left, the most first; nobody's last. */
export function loadsOf(
  households: readonly AssignedHousehold[],
  { personOf }: Pick<Assignments, "personOf">,
): Load[] {
  const loads = new Map<string | null, { households: number; left: number }>();
  for (const household of households) {
    const person = personOf(household);
    const load = loads.get(person) ?? { households: 0, left: 0 };
    load.households += 1;
    if (isLeft(household)) load.left += 1;
    loads.set(person, load);
  }
  return [...loads]
    .map(([person, load]) => ({ person, ...load }))
    .sort((a, b) => Number(a.person === null) - Number(b.person === null) || b.left - a.left);
}

/** Whether somebody still has to go there: an answer, also a no, is one. */
export function isLeft({ status }: Pick<AssignedHousehold, "status">): boolean {
  return status.word !== "signed" && status.word !== "refused";
}

/** The devices of volunteers that were not stopped. */
export function volunteersIn(devices: Readonly<Record<string, Device>>): Device[] {
  return Object.values(devices).filter(({ role, revokedSeq }) => role === "volunteer" && revokedSeq === null);
}

/** The people whose devices may work in an area, each once. */
export function peopleIn(devices: Readonly<Record<string, Device>>, area: string): string[] {
  const here = volunteersIn(devices).filter(({ areas }) => areas.some((own) => isWithin(area, own)));
  return [...new Set(here.map(({ person }) => person))];
}

function assignmentOf(
  place: string,
  { jti, type, body }: Pick<HouseholdRecord, "jti" | "type" | "body">,
): Assignment | null {
  const { person, from, to } = body;
  if (type !== "round.assigned") return null;
  if (typeof person !== "string" || typeof from !== "string" || typeof to !== "string") return null;
  return { jti, place, person, from, to };
}

/** An area and what lies around it, the nearest first. */
function around(area: string): string[] {
  const steps = area.split("/");
  return steps.map((_, at) => steps.slice(0, steps.length - at).join("/"));
}
