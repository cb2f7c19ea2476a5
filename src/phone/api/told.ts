import type { CampaignDays } from "../../domain/days/campaign-days.ts";
import type { DiaryLine, HouseholdRecord } from "../../domain/household-facts.ts";
import type { HouseholdStatus } from "../../domain/household/status.ts";
import type { CovenantEdition } from "../../domain/report/source.ts";
import type { ReceiptFlaw, ReceiptWords } from "../../domain/signed/receipt.ts";
import type { SearchKey } from "../../domain/vietnamese.ts";
import type { Campaign, Covenant, Ward } from "../../domain/ward-facts.ts";
import type { Language } from "../../domain/words/languages.ts";
import type { CallError } from "./call-error.ts";

/** What is known of a receipt so far. */
export interface ReceiptCheck {
  /** What it says; null where it cannot be read, or is of no pledge. */
  readonly words: ReceiptWords | null;
  /**
   * `unmet`: this phone has never had the ward's list of devices. `revoked`: signed after the ward had revoked the device.
   * `insecure`: this address lets the browser check no signature. `failed`: what checks could not be fetched.
   */
  readonly signature:
    | "good"
    | "unmet"
    | "unknown-device"
    | "unknown-ward"
    | "wrong-ward-key"
    | "revoked"
    | "insecure"
    | "failed"
    | ReceiptFlaw;
  /** Role of the device that signed it. */
  readonly by: "office" | "volunteer" | "household" | "viewer" | null;
  /** Seconds: when the ward revoked that device; null where it has not. */
  readonly revokedAt: number | null;
  /** Seconds: of when the list of devices is that it was checked against. */
  readonly listedAt: number | null;
  /** The ward's page was loaded for this. */
  readonly firstMet: boolean;
  /** The ward is being asked. */
  readonly asking: boolean;
  /** What became of it, where the ward was asked. */
  readonly standing: ReceiptStanding | null;
}

/** What the ward says of a receipt. `unasked`: it was not reached; `unanswered`: it answered something else. */
export interface ReceiptStanding {
  readonly state: "counts" | "withdrawn" | "retracted" | "held" | "unknown" | "unasked" | "unanswered";
  readonly seq: number | null;
  /** Another pledge of the household for the same campaign counts. */
  readonly other: boolean;
}

/** The photo of a paper, shrunk: at most 300 kB of JPEG or WebP. */
export interface Photo {
  /** Id of the statement that is to name it. */
  readonly of: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What of the round, or the office's overview, stands on the screen, and what it was drawn from. */
export interface Drawn {
  readonly of: "round" | "office";
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[] | readonly CountedRow[];
  /** Of the app. */
  readonly version: string;
  /** Takes the picture; asked only while nothing can change. */
  readonly take: () => unknown;
}

/** This phone's place in a ward. A reader has no device. */
export interface Membership {
  readonly ward: string;
  readonly name: string;
  readonly device: string | null;
  readonly role: "reader" | "office" | "volunteer" | "household" | "viewer";
  readonly areas: readonly string[];
  readonly revoked: boolean;
  /** The ward has seen that there are two copies of this device: it is to be enrolled anew. */
  readonly copied?: boolean;
}

/** What the ward told when it was last asked: in memory only, since it may be older than the log by the next time. */
export interface Asked<T> {
  /** Null until the ward has told. */
  readonly value: T | null;
  /** Seconds: when it told. */
  readonly at: number | null;
  /** Why the last question came to nothing; null where it did not. */
  readonly problem: CallError | null;
}

/** How a device of the ward stands. Times in seconds. */
export interface DeviceStanding {
  readonly device: string;
  /** The highest number of its statements that has arrived. */
  readonly highest: number;
  /** The first gaps below it, each from its first to its last number. */
  readonly missing: readonly (readonly [number, number])[];
  readonly missingCount: number;
  /** Its last push, and its last call at all. */
  readonly sentAt: number | null;
  readonly heardAt: number | null;
  readonly version: string | null;
  /** Seconds that it adds to its own clock. */
  readonly clockOffset: number | null;
  /** What waits on it, by its own word at its last call; null where it has not told, absent where the server is older. */
  readonly unsent?: Unsent | null | undefined;
  readonly revoked: boolean;
  /** There are two copies of it. */
  readonly copied: boolean;
}

/** How much waits on a device to be sent. */
export interface Unsent {
  readonly statements: number;
  readonly photos: number;
  /** Seconds: when the oldest of them was made. */
  readonly since: number;
}

/** A statement that waits at the ward. */
export interface HeldLine extends Pick<
  DiaryLine,
  "jti" | "kid" | "type" | "sub" | "body" | "personal" | "known" | "at" | "approximate"
> {
  /** Where a decision about it stands: its `in`. */
  readonly place: string;
  /** The household it is about, known to this phone or not. */
  readonly household: string | null;
  /** Seconds: when the ward received it. */
  readonly receivedAt: number;
  readonly reason: string;
  /** Personal fields that did not come along. */
  readonly missing: number;
  /** What was decided that this phone knows of and the ward may not yet. */
  readonly decided: "accept" | "refuse" | null;
}

/** The ward without the texts of its covenants and handbooks. */
export interface WardView extends Omit<
  Ward,
  "covenants" | "handbooks" | "answers" | "observations" | "meetings" | "amendments"
> {
  /** Areas that have a covenant, with its edition and title. */
  readonly books: readonly Pick<Covenant, "area" | "title" | "edition">[];
  /** The campaign that runs, or undefined. */
  readonly campaign: Campaign | undefined;
  /** Every edition of its covenants without the text, in the log's order. */
  readonly editions: readonly CovenantEdition[];
}

/** A ward that lives at this address, for somebody who has none in the phone yet. */
export interface WardHere {
  readonly ward: string;
  readonly name: string;
  readonly demo: boolean;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

/** What the round shows of a household. */
export interface HouseholdRow {
  readonly id: string;
  /** Whether personal data of it were erased; absent where none were. */
  readonly erased?: boolean;
  readonly area: string;
  readonly number: number | string | undefined;
  readonly head: string | undefined;
  readonly address: string | undefined;
  readonly members: number | null;
  readonly note: string | undefined;
  /** What was noted at the last visit that left a note. */
  readonly said?: string | undefined;
  readonly status: HouseholdStatus;
  readonly delivered: boolean;
  /** The edition of each printed copy that it was handed, whenever; absent where it was handed none. */
  readonly copies?: readonly (number | string)[];
  /** How far it came in each campaign, the latest first; absent where nobody came. */
  readonly days?: readonly CampaignDays[];
  /** Years in which somebody met it, at its door or over a pledge; absent where nobody did. */
  readonly metIn?: readonly number[];
  /** What it gave, what was counted of it, which meetings it was at, and who was sent to it; absent where nothing was said. */
  readonly records?: readonly HouseholdRecord[];
  readonly search: SearchKey;
}

/** What sums, walls and curves take of a household: nothing personal. */
export interface CountedRow {
  readonly id: string;
  readonly area: string;
  readonly members: number | null;
  readonly delivered: boolean;
  /** Whether nobody knows its door any more; see `isNameless`. Absent where somebody does. */
  readonly nameless?: boolean;
  readonly status: Pick<HouseholdStatus, "word" | "at" | "appointment" | "conflict">;
  /** As in the round, but for when it was met. */
  readonly days?: readonly CampaignDays[];
}

/** A household that another one stands for. */
export interface MergedHousehold extends Pick<
  HouseholdRow,
  "id" | "area" | "number" | "head" | "address" | "search"
> {
  /** The one that it was merged into, one step. */
  readonly into: string;
}

/** A statement of this phone on its way. */
export interface OutboxLine {
  readonly jti: string;
  readonly type: string;
  /** Of a `visit.logged`: its outcome, so that 'Sổ gửi' can say 'Vắng nhà'. */
  readonly outcome?: string | undefined;
  readonly sub: string;
  /** Household it is about, as the round shows it. */
  readonly household: {
    readonly id: string;
    readonly number: number | string | undefined;
    readonly head: string | undefined;
  } | null;
  /** Seconds. */
  readonly at: number;
  /** Whether `at` is only about right. */
  readonly approximate?: boolean;
  readonly standing: "unsent" | "held" | "received" | "refused" | "rejected";
  readonly seq: number | null;
  readonly reason: string | null;
  /** Of a refused one: what the office wrote beside its reason, where this phone may read that. */
  readonly note?: string;
  /** Whether its photo is still to be sent. */
  readonly photoUnsent?: boolean;
}

export interface Sending {
  readonly unsent: number;
  /** Photos that the ward has not got. */
  readonly photos?: number;
  /** Whether the last attempt reached the ward: a fact, unlike the browser's word. */
  readonly reached: boolean | null;
  readonly busy: { readonly sent: number; readonly of: number } | null;
  /** While the ward's log is read: how far, in its numbers. */
  readonly fetching?: { readonly got: number; readonly of: number } | null;
  /** Whether all that this device may see has come at least once; until then the ward is shown in part. */
  readonly whole: boolean;
  /** Seconds of the last success. */
  readonly lastSuccess: number | null;
  readonly problem: CallError | null;
  /** Seconds by which this phone's clock is off. */
  readonly clockOffset: number;
}

export interface StorageState {
  readonly persisted: boolean;
  /** Bytes, where the browser tells. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Well before full. */
  readonly nearlyFull: boolean;
}

export interface Settings {
  readonly language: Language;
  /** Factor of the reader's text size: 1, 1.25, 1.5, 2. */
  readonly textSize: number;
  /** Colours of the pages; `auto` as the phone itself has it. */
  readonly theme: "auto" | "light" | "dark" | "contrast";
  /** Whether the app asks for a PIN: see `setPin`. */
  readonly locked: boolean;
}

export interface InviteLine {
  readonly invite: string;
  readonly role: string;
  readonly areas: readonly string[];
  readonly expiresAt: number;
  readonly usedBy: string | null;
  readonly cancelled: boolean;
  /** Good for nobody since the ward's store was restored. */
  readonly void?: boolean | undefined;
}
