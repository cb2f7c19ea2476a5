import type { Required } from "./find-columns.ts";

/** Where something stands in the file. */
export interface Place {
  /** Name of the sheet; '' in a .csv. */
  readonly sheet: string;
  /** Number of the row, from 1. */
  readonly row: number;
}

/** A household as the list has it. Texts are in NFC, without spaces at the ends. */
export interface HouseholdRow extends Place {
  /** Code of its tổ, 'kp1/t01'. */
  readonly area: string;
  readonly areaNames: { readonly neighbourhood: string; readonly group: string };
  readonly number: number | string;
  readonly head: string;
  /** '18 Lê Lợi'; '' where the list has none. */
  readonly address: string;
  readonly members: number;
  /** Undefined where the list has no such column, or nothing in it. */
  readonly note: string | undefined;
  readonly phone: string | undefined;
}

/**
 * Why a row is not taken. `ambiguous` (it may be one of several households that the ward has) and `closed` (it is one that
 * the ward has closed) are found when the list is set beside what the ward has.
 */
export type Refusal =
  | "no-head"
  | "no-neighbourhood"
  | "no-group"
  | "bad-number"
  | "bad-members"
  | "house-is-date"
  | "too-long"
  | "number-taken"
  | "ambiguous"
  | "closed";

export interface RefusedRow extends Place {
  readonly reason: Refusal;
  /** The text at fault, where there is one. */
  readonly value: string;
  /** `number-taken`: the row that has the number. */
  readonly other: Place | undefined;
  /** `ambiguous`, `closed`: the households it may be. */
  readonly like: readonly ExistingHousehold[];
  /** `ambiguous`, `closed`: the row as it would be taken. */
  readonly whole?: HouseholdRow;
  /** What is known of the household all the same. */
  readonly about: { readonly area: string | undefined; readonly head: string; readonly address: string };
}

export interface HouseholdList {
  readonly rows: readonly HouseholdRow[];
  readonly refused: readonly RefusedRow[];
  /** Names of all sheets, in the order of the file. */
  readonly sheets: readonly string[];
  /** Names of the sheets in which no heading row was found. */
  readonly skipped: readonly string[];
}

/** A household as the ward has it; '' for what it does not know. */
export interface ExistingHousehold {
  readonly id: string;
  /** Code of its tổ. */
  readonly area: string;
  readonly number: number | string;
  readonly head: string;
  readonly address: string;
  readonly members: number;
  readonly note: string;
  readonly phone: string;
  /** False once it was closed, split, or merged into another. */
  readonly open: boolean;
}

/** Why a whole list is refused; nothing of it is taken then. */
export type ListError =
  | { readonly code: "no-header" }
  | { readonly code: "no-households" }
  | { readonly code: "missing-columns"; readonly place: Place; readonly missing: readonly Required[] }
  /** A sheet is named after one khu phố, and its title names another. */
  | {
      readonly code: "two-neighbourhoods";
      readonly sheet: string;
      readonly names: readonly [string, string];
    };
