import type { tables as vi } from "../vi/tables.ts";
import type { Words } from "../words.ts";

export const tables: Words<typeof vi> = {
  search: "Search in “{{table}}”",
  all_one: "{{number}} row",
  all: "{{number}} rows",
  found: "Showing {{number}} of {{all}} rows",
  none: "No row matches.",
  print: "Print this table",
  printOf: "Print this table: {{table}}",
};
