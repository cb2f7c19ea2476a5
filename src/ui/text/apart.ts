import type { assign } from "./vi/assign.ts";
import type { booklet } from "./vi/booklet.ts";
import type { correct } from "./vi/correct.ts";
import type { covenant } from "./vi/covenant.ts";
import type { crop } from "./vi/crop.ts";
import type { curves } from "./vi/curves.ts";
import type { edition } from "./vi/edition.ts";
import type { giving } from "./vi/giving.ts";
import type { indicators } from "./vi/indicators.ts";
import type { households } from "./vi/households.ts";
import type { listing } from "./vi/listing.ts";
import type { officeOpinions } from "./vi/office-opinions.ts";
import type { officeRequests } from "./vi/office-requests.ts";
import type { opinion } from "./vi/opinion.ts";
import type { papers } from "./vi/papers.ts";
import type { pledges } from "./vi/pledges.ts";
import type { practice } from "./vi/practice.ts";
import type { stock } from "./vi/stock.ts";
import type { typed } from "./vi/typed.ts";
import type { walk } from "./vi/walk.ts";
import type { print } from "./vi/print.ts";
import type { reader } from "./vi/reader.ts";

/** Words that come with the part that says them, since few open it: see `useApartWords`. */
export interface ApartWords {
  readonly assign: typeof assign;
  readonly booklet: typeof booklet;
  readonly correct: typeof correct;
  readonly covenant: typeof covenant;
  readonly crop: typeof crop;
  readonly curves: typeof curves;
  readonly edition: typeof edition;
  readonly giving: typeof giving;
  readonly indicators: typeof indicators;
  readonly households: typeof households;
  readonly listing: typeof listing;
  readonly officeOpinions: typeof officeOpinions;
  readonly officeRequests: typeof officeRequests;
  readonly opinion: typeof opinion;
  readonly papers: typeof papers;
  readonly pledges: typeof pledges;
  readonly practice: typeof practice;
  readonly stock: typeof stock;
  readonly typed: typeof typed;
  readonly walk: typeof walk;
  readonly print: typeof print;
  readonly reader: typeof reader;
}
