import type { PhoneDatabase } from "./database.ts";
import type { RowFacts } from "./household-view.ts";
import { readView } from "./household-views.ts";
import { live } from "./live.ts";
import type { Live } from "./phone.ts";
import { readRow } from "./read-row.ts";

/** A household's line of the round; one merged into another answers as its heir. */
export function watchRow(db: PhoneDatabase, ward: string, id: string): Live<RowFacts | null> {
  return live(() => readRow((one) => readView(db, ward, one), id));
}
