import { isCovered } from "../../domain/said.ts";
import { WARD_PLACE } from "../../domain/signed/place.ts";
import type { Statement } from "../../domain/statement.ts";
import type { Facts } from "../log/facts.ts";
import type { Judgement } from "../log/judgement.ts";
import { standpointOf } from "../log/places.ts";
import { readerOf } from "../sight/shown.ts";
import { sightOf } from "../sight/sight.ts";
import type { DeviceFact } from "../store/rows.ts";
import { setDevice } from "./append.ts";

/**
 * What comes after an erasure that covers it brings that into the sight of its device, which may have read past it: where
 * it did not see it before, it reads again from 0 (PROTOCOL.md §4).
 */
export function revealErasures(judgement: Judgement, statement: Statement): void {
  const { facts } = judgement;
  const device = facts.devices.get(statement.kid);
  if (!device) return;
  const isNew = facts.erasures.some(
    (erasure) => isCovered(statement, erasure) && !reads(facts, device, erasure.place),
  );
  if (isNew) setDevice(judgement, { ...device, scope: device.scope + 1 });
}

/**
 * What is appended after an erasure that lists it, and stands elsewhere, brings that into the sight of all who read it there.
 * To be called once it is in the log.
 */
export function revealToReaders({ facts, changes }: Judgement, statement: Statement): void {
  const row = facts.log.get(statement.claims.jti);
  if (!row) return;
  for (const erasure of facts.erasures) {
    // What stands with the ward everybody has read.
    const isElsewhere = erasure.place !== row.place && erasure.place !== WARD_PLACE;
    if (erasure.statements && isElsewhere && isCovered(statement, erasure))
      changes.listed.push({ row, erasedAt: erasure.place });
  }
}

/** Whether a device sees an erasure that stands there, whatever it said itself. */
function reads(facts: Facts, device: DeviceFact, place: string): boolean {
  const reader = readerOf(device, facts.households.get(device.household ?? "")?.heir);
  const { household: heir, area } = standpointOf(facts, place);
  const shown = { type: "data.erased", topic: "", place, heir, area, public: false, kid: "", author: null };
  return sightOf(reader, { ...shown, reaches: false }) !== "none";
}
