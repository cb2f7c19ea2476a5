import { parseStatement } from "../domain/statement.ts";
import { parsePage } from "./page.ts";

/** Whether a text is a whole page (PROTOCOL.md §4) on which this ward describes itself. */
export function isPageOf(ward: string, text: string): boolean {
  const page = parsePage(text);
  if (!page.ok) return false;
  return page.value.lines.some(({ s }) => {
    const statement = parseStatement(s);
    if (!statement.ok) return false;
    const { type, ward: of } = statement.value.claims;
    return type === "ward.described" && of === ward;
  });
}
