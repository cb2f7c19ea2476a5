import type { Household } from "../../domain/household-facts.ts";
import type { Live } from "../api/phone.ts";
import { atOnce, readPlace } from "../log/records.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import { placeKey } from "../store/place-key.ts";
import { createFolds } from "../views/fold-households.ts";
import { authorsOf, readWardFacts } from "../views/kept-facts.ts";

/** One household with its diary, folded from its statements; one merged into another answers as its heir. */
export function watchHousehold(db: PhoneDatabase, ward: string, id: string): Live<Household | null> {
  return live(async () => {
    const facts = await readWardFacts(db, ward);
    const load = (ids: readonly string[]) =>
      atOnce(db, () => Promise.all(ids.map((one) => readPlace(db, placeKey(ward, one)))));
    const folds = createFolds(load, authorsOf(facts));
    await folds.gather([id]);
    const household = folds.fold(folds.heir(id));
    return household.area === null && household.diary.length === 0 ? null : household;
  });
}
