import { amendmentOpened } from "./amendment-opened.ts";
import { amendmentStepped } from "./amendment-stepped.ts";
import { campaignClosed } from "./campaign-closed.ts";
import { campaignOpened } from "./campaign-opened.ts";
import { commendationGranted } from "./commendation-granted.ts";
import { commendationProposed } from "./commendation-proposed.ts";
import { consentGiven } from "./consent-given.ts";
import { consentWithdrawn } from "./consent-withdrawn.ts";
import { contributionRecorded } from "./contribution-recorded.ts";
import { covenantDecided } from "./covenant-decided.ts";
import { covenantPublished } from "./covenant-published.ts";
import { dataErased } from "./data-erased.ts";
import { deviceAssigned } from "./device-assigned.ts";
import { deviceEnrolled } from "./device-enrolled.ts";
import { deviceRevoked } from "./device-revoked.ts";
import { handbookDelivered } from "./handbook-delivered.ts";
import { handbookPublished } from "./handbook-published.ts";
import { handbookStocked } from "./handbook-stocked.ts";
import { householdChanged } from "./household-changed.ts";
import { householdClosed } from "./household-closed.ts";
import { householdMerged } from "./household-merged.ts";
import { householdMoved } from "./household-moved.ts";
import { householdRegistered } from "./household-registered.ts";
import { householdSplit } from "./household-split.ts";
import { indicatorDefined } from "./indicator-defined.ts";
import { indicatorObserved } from "./indicator-observed.ts";
import { inviteCancelled } from "./invite-cancelled.ts";
import type { Kind } from "./kind.ts";
import { meetingAttended } from "./meeting-attended.ts";
import { meetingHeld } from "./meeting-held.ts";
import { meetingMatched } from "./meeting-matched.ts";
import { opinionAnswered } from "./opinion-answered.ts";
import { opinionForwarded } from "./opinion-forwarded.ts";
import { opinionGiven } from "./opinion-given.ts";
import { pledgePreferred } from "./pledge-preferred.ts";
import { pledgeSigned } from "./pledge-signed.ts";
import { pledgeWithdrawn } from "./pledge-withdrawn.ts";
import { requestAnswered } from "./request-answered.ts";
import { requestMade } from "./request-made.ts";
import { roundAssigned } from "./round-assigned.ts";
import { spendingRecorded } from "./spending-recorded.ts";
import { statementDecided } from "./statement-decided.ts";
import { statementRetracted } from "./statement-retracted.ts";
import { visitLogged } from "./visit-logged.ts";
import { wardDescribed } from "./ward-described.ts";

/** Every version of every type that this app knows. To add one is to add a file and its line here. */
export const KINDS: readonly Kind[] = [
  wardDescribed,
  deviceEnrolled,
  deviceAssigned,
  deviceRevoked,
  inviteCancelled,
  roundAssigned,
  covenantPublished,
  covenantDecided,
  handbookPublished,
  campaignOpened,
  campaignClosed,
  amendmentOpened,
  amendmentStepped,
  householdRegistered,
  householdChanged,
  householdMoved,
  householdMerged,
  householdSplit,
  householdClosed,
  consentGiven,
  consentWithdrawn,
  handbookStocked,
  handbookDelivered,
  visitLogged,
  pledgeSigned,
  pledgeWithdrawn,
  pledgePreferred,
  requestMade,
  requestAnswered,
  opinionGiven,
  opinionForwarded,
  opinionAnswered,
  meetingHeld,
  meetingAttended,
  meetingMatched,
  contributionRecorded,
  spendingRecorded,
  indicatorDefined,
  indicatorObserved,
  commendationProposed,
  commendationGranted,
  statementRetracted,
  statementDecided,
  dataErased,
];

const byType = new Map<string, Kind[]>();
for (const kind of KINDS) byType.set(kind.type, [...(byType.get(kind.type) ?? []), kind]);

/** The kind of a type in a version, or undefined where only an update knows it. */
export function findKind(type: string, v: number): Kind | undefined {
  return byType.get(type)?.find((kind) => kind.v === v);
}
