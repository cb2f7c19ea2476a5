import type { Halt } from "../../domain/covenant/covenant-standing.ts";
import type {
  AmendmentRecord,
  Campaign,
  Covenant,
  Handbook,
  Indicator,
  Observation,
  PublicAnswer,
  WardRecord,
} from "../../domain/ward-facts.ts";

/** Who was praised in a ward, as it was said, and how its places are called. */
export interface Praise {
  readonly records: readonly WardRecord[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

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
  /** What was given for the area's works and spent on them, without anybody's words; absent in what an older version kept. */
  readonly given?: readonly WardRecord[];
  /** What the ward's praise is read from; absent where there is none. */
  readonly praise?: Praise | undefined;
  /** What was said of changes to its covenant, without anybody's words; absent in what an older version kept. */
  readonly changes?: readonly AmendmentRecord[];
  /** By which decisions something of its covenant does not hold; absent in what an older version kept. */
  readonly halts?: readonly Halt[];
  /** Seconds: when this phone last had it from the ward. */
  readonly updatedAt: number;
}
