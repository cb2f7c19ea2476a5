import type { DiaryLine, Household } from "../../../domain/household-facts.ts";
import type { Draft } from "../../../domain/statement.ts";
import type { Membership, WardView } from "../../../phone/api/phone.ts";

/** What a correction says instead. */
export type Instead = Pick<Draft, "jti" | "type" | "body" | "personal">;

/** Whether this phone may correct or take back a line of the diary: its person's own, or any as the office; not what a household said by itself. */
export function isCorrectable(line: DiaryLine, { device, role }: Membership, ward: WardView): boolean {
  if (line.retracted || line.body["medium"] === "link") return false;
  // What a household wrote by itself are its own words.
  if (line.type === "opinion.given" && ward.devices[line.kid]?.role === "household") return false;
  const isOwnOnly = line.type === "household.registered";
  if (!isOwnOnly && !CORRECTED_HERE.has(line.type) && !TAKEN_BACK_HERE.has(line.type)) return false;
  const [speaker, own] = [ward.devices[line.kid], device === null ? undefined : ward.devices[device]];
  const isOwn = line.kid === device || (own !== undefined && speaker?.person === own.person);
  // A household that the ward's list brought does not go by a tap.
  return isOwn || (role === "office" && !isOwnOnly);
}

/** Whether something else may be said in its place; a change of the list is taken back, and said anew where it is made. */
export function hasForm({ type }: Pick<DiaryLine, "type">): boolean {
  return CORRECTED_HERE.has(type);
}

/** Where a correction stands while it is half written. The household last: it goes with the erasure of its data. */
export function correctionKey(ward: string, household: string, { jti }: Pick<DiaryLine, "jti">): string {
  return `correct/${jti}/${ward}/${household}`;
}

/** Both statements of a correction, one act: the wrong one is taken back, and the right one names it. */
export function correctingStatements(
  line: Pick<DiaryLine, "jti">,
  { id }: Pick<Household, "id">,
  { body, ...instead }: Instead,
): readonly Draft[] {
  return [
    { type: "statement.retracted", sub: line.jti, in: id, body: { reason: "mistake" } },
    { ...instead, sub: id, body: { ...body, corrects: line.jti } },
  ];
}

const CORRECTED_HERE = new Set(["visit.logged", "handbook.delivered", "pledge.signed", "opinion.given"]);
const TAKEN_BACK_HERE = new Set([
  "household.changed",
  "household.moved",
  "household.merged",
  "household.split",
  "household.closed",
  "pledge.preferred",
]);
