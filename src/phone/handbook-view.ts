import type { PostedDraft } from "../domain/amendment/posted-drafts.ts";
import type { ShownCommendation } from "../domain/commendations.ts";
import type {
  Campaign,
  Covenant,
  Handbook,
  Indicator,
  Observation,
  PublicAnswer,
} from "../domain/ward-facts.ts";
import type { Work } from "../domain/works.ts";

/** One area's handbook, as a reader sees it. */
export interface HandbookView {
  readonly ward: { readonly slug: string; readonly name: string; readonly demo: boolean };
  readonly area: { readonly code: string; readonly name: string };
  readonly covenant: Covenant;
  readonly handbook: Handbook | null;
  readonly campaign: Campaign | undefined;
  readonly answers: readonly PublicAnswer[];
  readonly indicators: readonly {
    readonly indicator: Indicator;
    readonly observations: readonly Observation[];
  }[];
  /** What was given for the area's works and spent on them, nobody named; absent in what an older version kept. */
  readonly works?: readonly Work[];
  /** Groups that were praised, and households that agreed to be named; absent in what an older version kept. */
  readonly commendations?: readonly ShownCommendation[];
  /** Drafts of a change that the area's residents have still to decide on; absent in what an older version kept. */
  readonly drafts?: readonly PostedDraft[];
  /** Seconds: when this phone last had it from the ward. */
  readonly updatedAt: number;
}
