import type { Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import type { RowFacts } from "../views/household-view.ts";
import { readView } from "../views/household-views.ts";
import { readRow } from "../views/read-row.ts";

/** A household's line of the round; one merged into another answers as its heir. */
export function watchRow(db: PhoneDatabase, ward: string, id: string): Live<RowFacts | null> {
  return live(() => readRow((one) => readView(db, ward, one), id));
}
