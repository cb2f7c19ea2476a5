import { isHouseholdId, isWithin } from "../../domain/ids.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { WARD_PLACE } from "../../domain/signed/place.ts";

/** Who reads: a device as the log knows it now. */
export interface Reader {
  readonly kid: string;
  readonly role: string;
  readonly areas: readonly string[];
  /** Households assigned one by one. */
  readonly households: readonly string[];
  /** Of a household's own phone: the household, and the one that stands for it now where it was merged. */
  readonly own: readonly string[];
}

/** What is read: where a statement stands now, and what it is about. */
export interface Shown {
  readonly type: string;
  /** Its type; of a retraction or a decision that of its target, "" where nobody knows that yet. */
  readonly topic: string;
  /** Household id, area code, or "" for the ward as a whole. */
  readonly place: string;
  /** Of a household's place: the household that stands for it now, and its area. */
  readonly heir: string | null;
  readonly area: string | null;
  /** Whether anybody may read it, or what it takes back or decides about, without disclosures. */
  readonly public: boolean;
  readonly kid: string;
  /** The household whose own phone said it. */
  readonly author: string | null;
  /** Of an erasure: whether it goes to the reader wherever it stands, covering what that device said or listing what it sees. */
  readonly reaches: boolean;
}

/** Whole; bare, that is without its disclosures; or not at all. */
export type Sight = "whole" | "bare" | "none";

/** Who reads what (PROTOCOL.md §4 and §5). A pure function of the reader and of where the statement stands. */
export function sightOf(reader: Reader, shown: Shown): Sight {
  switch (reader.role) {
    case "office":
      return "whole";
    case "volunteer":
      return sightOfVolunteer(reader, shown);
    case "household":
      return sightOfHousehold(reader, shown);
    case "viewer":
      return sightOfViewer(reader, shown);
    default:
      return "none";
  }
}

function sightOfVolunteer(reader: Reader, shown: Shown): Sight {
  if (shown.topic.startsWith("device.") || isInSight(reader, shown)) return "whole";
  if (shown.type === "invite.cancelled" && shown.kid === reader.kid) return "whole";
  return sightOfAnyDevice(shown);
}

function isInSight({ areas, households }: Reader, { place, heir, area }: Shown): boolean {
  if (!isHouseholdId(place)) return areas.some((own) => isWithin(place, own));
  if (households.includes(place) || (heir !== null && households.includes(heir))) return true;
  return area !== null && areas.some((own) => isWithin(area, own));
}

function sightOfHousehold({ own }: Reader, shown: Shown): Sight {
  if (!own.includes(shown.place)) return sightOfAnyDevice(shown);
  if (shown.type === "data.erased") return "whole";
  // A visit is the volunteer's own note; and nothing is shown of which nobody knows what it is about.
  if (!isForHousehold(shown.topic)) return sightOfAnyDevice(shown);
  if (!shown.type.startsWith("statement.")) return "whole";
  return shown.author !== null && own.includes(shown.author) ? "whole" : "bare";
}

/** Of what is said in its areas a viewer reads opinions and what became of them, and of these no personal field. */
function sightOfViewer(reader: Reader, shown: Shown): Sight {
  if (shown.topic.startsWith("opinion.") && isInSight(reader, shown)) return "bare";
  return sightOfAnyDevice(shown);
}

/** What every device gets, wherever it stands. */
function sightOfAnyDevice({ type, topic, place, public: isPublic, reaches }: Shown): Sight {
  const everywhere =
    type === "data.erased" ? reaches || place === WARD_PLACE : /^(ward|device)\./.test(topic);
  return isPublic || everywhere ? "bare" : "none";
}

function isForHousehold(topic: string): boolean {
  return findKind(topic, 1)?.forHousehold ?? false;
}
