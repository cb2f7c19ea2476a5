import { HOLIDAYS_2025 } from "./holidays-2025.ts";
import { HOLIDAYS_2026 } from "./holidays-2026.ts";
import { HOLIDAYS_2027 } from "./holidays-2027.ts";
import type { YearHolidays } from "./year-holidays.ts";

/** The years whose days off are known. To add one is to add a file and its line here. */
export const KNOWN_YEARS: readonly YearHolidays[] = [HOLIDAYS_2025, HOLIDAYS_2026, HOLIDAYS_2027];
