import type { AddressAnswer } from "../../domain/covenant/address-answer.ts";
import type { OwnAddress } from "../../domain/covenant/printed-addresses.ts";
import type { Household } from "../../domain/household-facts.ts";
import type { HouseholdMatters } from "../../domain/matters/household-matters.ts";
import type { Result } from "../../domain/result.ts";
import type { Draft, NamedDraft } from "../../domain/statement.ts";
import type { AmendmentRecord, Observation, WardRecord } from "../../domain/ward-facts.ts";
import type { CallError, DraftError, EnrolError, SayError } from "./call-error.ts";
import type { Carried, CarryError, FileError, SharedFile, Taken } from "./carried.ts";
import type { HandbookView } from "./handbook-view.ts";
import type { HouseholdLink } from "./household-link.ts";
import type { LeaveActs } from "./leave-acts.ts";
import type { ListActs } from "./list-acts.ts";
import type { LockActs } from "./lock-acts.ts";
import type { NewOpinion, OwnOpinion } from "./own-opinions.ts";
import type {
  Asked,
  CountedRow,
  DeviceStanding,
  Drawn,
  HeldLine,
  HouseholdRow,
  InviteLine,
  Membership,
  MergedHousehold,
  OutboxLine,
  Photo,
  ReceiptCheck,
  Sending,
  Settings,
  StorageState,
  WardHere,
  WardView,
} from "./told.ts";
import type { ViewerActs } from "./viewer-acts.ts";

export type * from "./told.ts";
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
  /** Fetches an address that the ward has printed, and judges what came by what it says of itself. */
  readonly tryAddress: (own: OwnAddress) => Promise<AddressAnswer>;
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
