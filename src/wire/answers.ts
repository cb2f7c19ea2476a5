import * as v from "valibot";
import { wholeNumber } from "../domain/words/whole-number.ts";

/** What became of each statement of a push (PROTOCOL.md §3). */
export const verdict = v.variant("status", [
  v.looseObject({ status: v.literal("accepted"), seq: wholeNumber }),
  v.looseObject({ status: v.literal("duplicate"), seq: wholeNumber }),
  v.looseObject({ status: v.literal("held"), reason: v.string() }),
  v.looseObject({ status: v.literal("refused"), reason: v.string() }),
  v.looseObject({ status: v.literal("rejected"), reason: v.string() }),
]);
export type Verdict = v.InferOutput<typeof verdict>;

/** Answer to `POST …/statements`. */
export const pushAnswer = v.looseObject({
  epoch: v.string(),
  head: wholeNumber,
  saved: wholeNumber,
  results: v.array(verdict),
  /** Milliseconds: when all that was accepted was received. Told only where a pull would show each of it just as it was sent. */
  at: v.optional(wholeNumber),
  /** There are two copies of the device that asks: it is to be enrolled anew. */
  copied: v.optional(v.boolean()),
});
export type PushAnswer = v.InferOutput<typeof pushAnswer>;

/** Answer to `PUT …/attachments/{sha256}`: the log as it stood when the photo came. */
export const photoAnswer = v.looseObject({ epoch: v.string(), head: wholeNumber, saved: wholeNumber });
export type PhotoAnswer = v.InferOutput<typeof photoAnswer>;

/**
 * What became of each parcel of a `POST …/parcels`: of a statement as if pushed, but without the reason, which is its
 * author's to know; of a photo `accepted` or `duplicate`. `early` is a photo that no statement of the ward names yet, and a
 * statement of a device that the ward does not know, as after a restore. One that no key of the ward opens, or that holds
 * neither, is `unreadable`.
 */
export const parcelVerdict = v.looseObject({ status: v.string(), seq: v.optional(wholeNumber) });
export type ParcelVerdict = v.InferOutput<typeof parcelVerdict>;

/** Answer to `POST …/parcels`. */
export const parcelsAnswer = v.looseObject({
  epoch: v.string(),
  head: wholeNumber,
  saved: wholeNumber,
  results: v.array(parcelVerdict),
});
export type ParcelsAnswer = v.InferOutput<typeof parcelsAnswer>;

/** Answer to `POST …/devices`. */
export const enrolAnswer = v.looseObject({
  device: v.string(),
  ward: v.string(),
  role: v.picklist(["office", "volunteer", "household", "viewer"]),
  areas: v.array(v.string()),
  epoch: v.string(),
  enrolled: v.string(),
});
export type EnrolAnswer = v.InferOutput<typeof enrolAnswer>;

/** Answer to `POST …/invites`; `expiresAt` in seconds. */
export const inviteAnswer = v.looseObject({ code: v.string(), url: v.string(), expiresAt: wholeNumber });
export type InviteAnswer = v.InferOutput<typeof inviteAnswer>;

/** One of `GET …/invites`; `invite` is the SHA-256 of its code. */
export const inviteRow = v.looseObject({
  invite: v.string(),
  role: v.string(),
  areas: v.array(v.string()),
  expiresAt: wholeNumber,
  usedBy: v.nullable(v.string()),
  cancelled: v.boolean(),
  /** Of an earlier epoch, and good for nobody since. */
  void: v.optional(v.boolean()),
});
export type InviteRow = v.InferOutput<typeof inviteRow>;

/** Answer to `GET …/invites`. */
export const inviteList = v.looseObject({ invites: v.array(inviteRow) });

/** One of `GET …/held`; `at` in milliseconds. */
export const heldLine = v.looseObject({
  jti: v.string(),
  at: wholeNumber,
  reason: v.string(),
  s: v.string(),
});
export type HeldLine = v.InferOutput<typeof heldLine>;

/** Answer to `GET …/held`. */
export const heldList = v.looseObject({ held: v.array(heldLine) });

/**
 * Answer to `GET …/receipts/{jti}`; `seq` is null where the log has no such pledge. `other` tells that the household has
 * another pledge for the same campaign, and that one was preferred or came first.
 */
export const receiptAnswer = v.looseObject({
  seq: v.nullable(wholeNumber),
  state: v.picklist(["counts", "withdrawn", "retracted", "held", "unknown"]),
  other: v.optional(v.boolean()),
});
export type ReceiptAnswer = v.InferOutput<typeof receiptAnswer>;

const integer = v.pipe(v.number(), v.integer());

const unsent = v.object({ statements: wholeNumber, photos: wholeNumber, since: wholeNumber });
/** What still waits on a device, by its own word, and since when (seconds) the oldest of it does. */
export type Unsent = v.InferOutput<typeof unsent>;

/** One of `GET …/devices/standing`; times in seconds. `missing` are the first gaps, each from its first to its last number. */
export const deviceStanding = v.looseObject({
  device: v.string(),
  highest: wholeNumber,
  missing: v.array(v.tuple([wholeNumber, wholeNumber])),
  missingCount: wholeNumber,
  sentAt: v.nullable(wholeNumber),
  heardAt: v.nullable(wholeNumber),
  version: v.nullable(v.string()),
  clockOffset: v.nullable(integer),
  /** Absent where the server is older. */
  unsent: v.optional(v.nullable(unsent)),
  revoked: v.boolean(),
  copied: v.boolean(),
});
export type DeviceStanding = v.InferOutput<typeof deviceStanding>;

/** Answer to `GET …/devices/standing`. */
export const standingList = v.looseObject({ devices: v.array(deviceStanding) });

const sums = v.pipe(
  v.object({
    households: wholeNumber,
    members: wholeNumber,
    delivered: wholeNumber,
    signed: wholeNumber,
    given: wholeNumber,
    again: wholeNumber,
    refused: wholeNumber,
    none: wholeNumber,
    awaiting: v.optional(wholeNumber),
  }),
  // A server that is older counts nobody apart.
  v.transform(({ awaiting, ...all }) => ({
    ...all,
    awaiting: awaiting ?? Math.max(0, all.households - all.delivered),
  })),
);

/**
 * Answer to `GET …/totals`: sums by khu phố and tổ, of nobody by themselves; `at` in seconds, when they were counted. `whole`
 * also holds the few households of which no line of their own is told.
 */
export const totalsAnswer = v.looseObject({
  at: wholeNumber,
  campaign: v.nullable(v.string()),
  whole: sums,
  areas: v.array(
    v.looseObject({
      area: v.string(),
      totals: sums,
      parts: v.array(v.looseObject({ area: v.string(), totals: sums })),
    }),
  ),
});
export type TotalsAnswer = v.InferOutput<typeof totalsAnswer>;
