import type { curves as vietnamese } from "../vi/curves.ts";
import type { Words } from "../words.ts";

export const curves: Words<typeof vietnamese> = {
  title: "The campaign day by day",
  notBegun: "The campaign's first day has not come yet.",
  area: "Show",
  before: "The one before: {{campaign}}",
  visited: "Households visited",
  delivered: "Handbook delivered",
  pledged: "Households signed",
  pledgedBefore: "Signed, same day of the one before",
  now: {
    visited: "By day {{day}}, {{number}} of {{of}} households were visited.",
    delivered: "By day {{day}}, {{number}} of {{of}} households had the handbook.",
    pledged: "By day {{day}}, {{number}} of {{of}} households had signed.",
  },
  same: "Households on the same day of the campaign before: {{number}}.",
  day: "day {{day}}",
  table: "Figures by day",
  tableScroll: "Figures by day; the table scrolls sideways",
  date: "Day",
  byArea: "By neighbourhood",
  byGroup: "Groups of {{area}}",
  byAreaScroll: "Table by place; it scrolls sideways",
  place: "Place",
  households: "Households",
  against: "{{now}} (before: {{before}})",
  againstHint: "In brackets: the same day of the campaign before.",
};
