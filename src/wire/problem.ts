import * as v from "valibot";
import { wholeNumber } from "../domain/words/whole-number.ts";

/** An error's body (RFC 9457); `type` ends in a slug of PROTOCOL.md §6. */
export const problem = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: wholeNumber,
});
export type Problem = v.InferOutput<typeof problem>;

/** The slugs of PROTOCOL.md §6. */
export type ProblemSlug =
  | "bad-request"
  | "too-large"
  | "too-often"
  | "no-token"
  | "bad-token"
  | "clock-skew"
  | "unknown-device"
  | "device-revoked"
  | "forbidden"
  | "unknown-ward"
  | "unknown-area"
  | "not-found"
  | "invite-unknown"
  | "invite-used"
  | "invite-expired"
  | "bad-proof"
  | "not-named"
  | "store-full"
  | "unavailable";
