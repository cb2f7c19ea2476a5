import type { Language } from "../domain/languages.ts";
import type { CampaignDays } from "../domain/campaign-days.ts";
import type { DiaryLine, Household, HouseholdRecord } from "../domain/household-facts.ts";
import type { HouseholdMatters } from "../domain/household-matters.ts";
import type { ReceiptFlaw, ReceiptWords } from "../domain/receipt.ts";
import type { Result } from "../domain/result.ts";
import type { CovenantEdition } from "../domain/report/source.ts";
import type { Draft, NamedDraft } from "../domain/statement.ts";
import type { HouseholdStatus } from "../domain/status.ts";
import type { NewOpinion, OwnOpinion } from "./own-opinions.ts";
import type { SearchKey } from "../domain/vietnamese.ts";
import type {
  AmendmentRecord,
  Campaign,
  Covenant,
  Observation,
  Ward,
  WardRecord,
} from "../domain/ward-facts.ts";
import type { CallError, DraftError, EnrolError, SayError } from "./call-error.ts";
import type { Carried, CarryError, FileError, SharedFile, Taken } from "./carried.ts";
import type { HandbookView } from "./handbook-view.ts";
import type { HouseholdLink } from "./household-link.ts";
import type { LeaveActs } from "./leave-acts.ts";
import type { ListActs } from "./list-acts.ts";
import type { LockActs } from "./lock-acts.ts";
import type { ViewerActs } from "./viewer-acts.ts";

export type { CallError, DraftError, EnrolError, HandbookView, SayError };

/** Calls the listener with the present value as soon as it is known, and again at every change, also one made in another tab. Returns how to stop. */
export type Live<T> = (listener: (value: T) => void) => () => void;

/** What screens may do with this phone: read by one live query, write by one command. */
export interface Phone {
  /** A new UUIDv7, for statements of one act that name each other. */
  readonly newId: () => string;
  /** Seconds since 1970 by the corrected clock of a ward's device. */
  readonly now: (ward?: string) => number;
  readonly watch: Watch;
  readonly act: Acts;
}

export interface Watch {
  /** The wards this phone holds, the one used last first. */
  readonly memberships: () => Live<readonly Membership[]>;
  /** The ward's own facts without the long texts; null until something of it came. */
  readonly ward: (ward: string) => Live<WardView | null>;
  /** What was counted of the ward and its areas, in the log's order; of one place and period the last word holds. */
  readonly observations: (ward: string) => Live<readonly Observation[]>;
  /** What was said of the ward's meetings, in the log's order; `meetingsIn` reads it. */
  readonly meetings: (ward: string) => Live<readonly WardRecord[]>;
  /** What was said of changes to covenants, in the log's order: see `amendmentsIn`. */
  readonly amendments: (ward: string) => Live<readonly AmendmentRecord[]>;
  /** What a reader needs of an area's handbook; null while this phone has not got it. */
  readonly handbook: (ward: string, area: string) => Live<HandbookView | null>;
  /** A row for each open household in sight, in order of tổ and number. */
  readonly round: (ward: string) => Live<readonly HouseholdRow[]>;
  /** What is counted of each open household in sight, by tổ: for sums, walls and curves, sooner there than the round. */
  readonly counts: (ward: string) => Live<readonly CountedRow[]>;
  /** Households in sight that were merged into others, which the round lists no more. */
  readonly merged: (ward: string) => Live<readonly MergedHousehold[]>;
  /** One household with its diary; null where this phone has not got it. One merged into another answers as its heir. */
  readonly household: (ward: string, id: string) => Live<Household | null>;
  /** Its line of the round alone, without its diary: there at once. Null where it is closed, or this phone has not got it; one merged into another answers as its heir. */
  readonly row: (ward: string, id: string) => Live<Omit<HouseholdRow, "search"> | null>;
  /** What households of a ward said and asked, of each that did; the office reads it. */
  readonly matters: (ward: string) => Live<readonly HouseholdMatters[]>;
  /** What this phone has said: all that the ward has not got, and the latest of what it has, so many where that is asked for. */
  readonly outbox: (ward: string, most?: number) => Live<readonly OutboxLine[]>;
  /** How many records of this phone the ward has. */
  readonly received: (ward: string) => Live<number>;
  readonly sending: (ward: string) => Live<Sending>;
  /** What waited for the office when the ward was last asked by `fetchHeld`. */
  readonly held: (ward: string) => Live<Asked<readonly HeldLine[]>>;
  /** How devices stood when the ward was last asked by `fetchStandings`. */
  readonly standings: (ward: string) => Live<Asked<readonly DeviceStanding[]>>;
  readonly draft: (key: string) => Live<unknown>;
  /** The photo of a paper that a statement names, where it is in this phone; null where it is not. */
  readonly photo: (ward: string, jti: string) => Live<Uint8Array<ArrayBuffer> | null>;
  /** Checks a receipt, given as its address or what stands behind the `#` there; tells more as this phone comes to know more. */
  readonly receipt: (text: string) => Live<ReceiptCheck>;
  /** What this phone carries to the ward for others. */
  readonly carried: (ward: string) => Live<Carried>;
  readonly storage: () => Live<StorageState>;
  /** Whether a newer version of the app waits for its turn. */
  readonly update: () => Live<boolean>;
  readonly settings: () => Live<Settings>;
}

export interface Acts extends LeaveActs, ListActs, LockActs, ViewerActs {
  /**
   * Makes, signs and keeps statements in one durable transaction; resolves when they are kept. Returns their ids. With
   * `draft` that key's draft is dropped, and `photos` are kept, in the same transaction; the same said twice under the same
   * ids is kept once.
   */
  readonly say: (
    ward: string,
    drafts: readonly Draft[],
    draft?: string,
    photos?: readonly Photo[],
  ) => Promise<Result<readonly string[], SayError>>;
  /** Signs what is about to be said by `say`, while a finger is still on the button. Keeps nothing, and tells nothing. */
  readonly getReady: (ward: string, drafts: readonly NamedDraft[]) => void;
  /** Takes back a statement of this phone, or any as the office. */
  readonly retract: (
    ward: string,
    jti: string,
    place: string,
  ) => Promise<Result<readonly string[], SayError>>;
  /** With `kept`, in place of what is kept; where that is there no more, nothing is kept (`gone`): it was said elsewhere, or erased. */
  readonly keepDraft: (key: string, value: unknown, kept?: boolean) => Promise<Result<null, DraftError>>;
  readonly dropDraft: (key: string) => Promise<void>;
  /** Enrols by a code; safe to repeat with the same code after a lost answer. */
  readonly enrol: (request: {
    readonly ward: string;
    readonly code: string;
    readonly deviceName: string;
    readonly personName?: string;
  }) => Promise<Result<Membership, EnrolError>>;
  /** Sends and fetches now, if nobody else does; resolves when that attempt is over. */
  readonly exchange: (ward: string) => Promise<void>;
  /** Fetches what is new as soon as the ward has it, until the function that it returns is called. */
  readonly follow: (ward: string) => () => void;
  /** Fetches the public page of a ward; `notModified` counts as well. */
  readonly loadHandbook: (ward: string) => Promise<Result<null, CallError>>;
  /**
   * Keeps an opinion of somebody without an account, under a new private code, until the ward has it: in `watch.draft` of
   * `ownOpinionsKey`. Agreeing to its being kept is the caller's to ask.
   */
  readonly keepOpinion: (ward: string, opinion: NewOpinion) => Promise<Result<string, "full">>;
  /** Gives the ward what waits, and asks what became of the others; silent where it cannot be reached. */
  readonly giveOpinions: (ward: string) => Promise<void>;
  /** Follows an opinion that was given on another phone; false where that is no code. */
  readonly followOpinion: (ward: string, code: string) => Promise<boolean>;
  /** Lets go of an opinion in this phone; the ward keeps what it has. */
  readonly dropOpinion: (ward: string, code: string) => Promise<void>;
  /** Puts one back that was let go of a moment ago. */
  readonly restoreOpinion: (ward: string, opinion: OwnOpinion) => Promise<void>;
  /** Fetches every edition of a ward's covenants, and keeps them: in `watch.draft` of `editionsKey`. */
  readonly fetchEditions: (ward: string) => Promise<Result<null, CallError>>;
  /** The wards that live at this address (`GET /api/wards`), with the areas whose handbook one may open; kept nowhere. */
  readonly wardsHere: () => Promise<Result<readonly WardHere[], CallError>>;
  readonly invite: (
    ward: string,
    request: {
      readonly role: "office" | "volunteer" | "household" | "viewer";
      readonly areas: readonly string[];
      readonly person?: string;
      readonly household?: string;
      readonly expiresInHours?: number;
    },
  ) => Promise<
    Result<{ readonly code: string; readonly url: string; readonly expiresAt: number }, CallError>
  >;
  /** Signs a one-time link by which a household signs by itself, without coverage, and keeps it as the draft `linkDraftKey`. */
  readonly signInvite: (ward: string, household: string) => Promise<Result<HouseholdLink, SayError>>;
  readonly invites: (ward: string) => Promise<Result<readonly InviteLine[], CallError>>;
  /** Asks what waits for the office; see `watch.held`. */
  readonly fetchHeld: (ward: string) => Promise<void>;
  /** Asks how the ward's devices stand; see `watch.standings`. */
  readonly fetchStandings: (ward: string) => Promise<void>;
  /** Remembers a setting of this phone. */
  readonly set: (settings: Partial<Omit<Settings, "locked">>) => Promise<void>;
  readonly usedWard: (ward: string) => Promise<void>;
  /** Asks the browser to keep data for good. */
  readonly persist: () => Promise<boolean>;
  /** Lets the new version take over now; called where nobody is in the middle of anything. */
  readonly takeUpdate: () => Promise<void>;
  /** Fetches the photo that a statement names, for looking at; `not-found` where the ward has not got it yet. */
  readonly fetchPhoto: (ward: string, jti: string) => Promise<Result<Uint8Array<ArrayBuffer>, CallError>>;
  /** The same by the photo's name, of a statement that only the ward has. */
  readonly fetchNamedPhoto: (
    ward: string,
    name: string,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, CallError>>;
  /** Keeps what the round looks like for the next start; not while something newer is on its way to the screen. */
  readonly keepLook: (drawn: Drawn) => Promise<void>;
  /** What the ward has not got of this phone, or of one statement alone, sealed to the ward in one file. */
  readonly parcelFile: (ward: string, jti?: string) => Promise<Result<SharedFile, FileError>>;
  /** Takes along another phone's file, to hand it to its ward when there is coverage. */
  readonly carry: (file: Blob) => Promise<Result<Taken, CarryError>>;
  /** The statement as text, to be shared as a file. */
  readonly statementText: (ward: string, jti: string) => Promise<string | null>;
}

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
  readonly revoked: boolean;
  /** There are two copies of it. */
  readonly copied: boolean;
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
