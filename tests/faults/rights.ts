import { randomBytes } from "node:crypto";
import { CODE_BYTES, makeOpinionCode } from "../../src/domain/matters/opinion-code.ts";
import type { Draft } from "../../src/domain/statement.ts";
import { newId } from "../server/speaker.ts";

// Who may say and see what (PROTOCOL.md §5, §4), as one table, written from the text and not from the code.

/** Who speaks or reads. A volunteer's areas are kp1 alone; a household's phone belongs to one household there. */
export const ROLES = ["office", "volunteer", "household", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Of whom: one's own area or household; the one beside it, kp10 and the house next door; the one over there. */
export const PLACES = ["own", "neighbouring", "foreign"] as const;
export type Place = (typeof PLACES)[number];

/** What a place is made of. */
export interface Spot {
  readonly household: string;
  readonly area: string;
}

export interface Right {
  readonly type: string;
  /** A valid one. `target` is a statement of the speaker's own about that place. */
  readonly make: (spot: Spot, target: string, role: Role) => Draft;
  /** Roles besides the office that may say it of their own; nobody may of anything else. */
  readonly says: readonly Role[];
  /** `nobody`: only the ward key says it. `anywhere`: it has no place. */
  readonly where?: "nobody" | "anywhere";
  /** Whether everybody reads it, without disclosures. */
  readonly open: boolean;
  /** Whether a household reads it of itself. */
  readonly ofItself: boolean;
}

const [V, H]: readonly [Role, Role] = ["volunteer", "household"];

/** A row for each type. */
export const RIGHTS: readonly Right[] = [
  row("ward.described", [], "open", ({ area }) => ({ sub: "phuong-thu", body: { name: area } }), "nobody"),
  row("device.enrolled", [], "device", () => ({ sub: DEVICE, body: {} }), "nobody"),
  row(
    "device.assigned",
    [],
    "device",
    () => ({ sub: DEVICE, body: { areas: ["kp9"], from: 1, to: 2 } }),
    "anywhere",
  ),
  row(
    "device.revoked",
    [],
    "device",
    () => ({ sub: DEVICE, body: { reason: "other", from: 1 } }),
    "anywhere",
  ),
  // A code is given out by the office alone. One that a phone has signed itself goes by an id: see signed-invites.test.ts.
  row("invite.cancelled", [], "closed", () => ({ sub: DEVICE, body: {} }), "anywhere"),
  row("round.assigned", [], "closed", ({ area }) => ({
    sub: area,
    body: { person: newId(), from: "2026-11-01", to: "2026-11-30" },
  })),
  row("covenant.published", [], "open", ({ area }) => ({ sub: area, body: COVENANT })),
  row("covenant.decided", [], "open", ({ area }) => ({ sub: area, body: DECIDED })),
  row("handbook.published", [], "open", ({ area }) => ({ sub: area, body: HANDBOOK })),
  row("campaign.opened", [], "open", () => ({ sub: "2027", body: CAMPAIGN }), "anywhere"),
  row("campaign.closed", [], "open", () => ({ sub: "2027", body: {} }), "anywhere"),
  row("amendment.opened", [], "open", ({ area }) => ({
    sub: newId(),
    in: area,
    body: { covenant: "kp1", kind: "change" },
  })),
  row("amendment.stepped", [], "open", ({ area }) => ({
    sub: newId(),
    in: area,
    body: { step: "vote", date: "2026-11-20" },
  })),
  row("household.registered", [V], "itself", ({ household, area }) => ({
    sub: household,
    body: { area: `${area}/t01`, members: 3 },
    personal: { number: 7, head: "Hộ Bảy", address: "7 Lê Lợi" },
  })),
  row("household.changed", [V], "itself", ({ household }) => ({ sub: household, body: { members: 5 } })),
  row("household.moved", [], "itself", ({ household, area }) => ({
    sub: household,
    body: { area: `${area}/t01` },
    personal: { number: 8 },
  })),
  row("household.merged", [], "itself", ({ household }) => ({ sub: household, body: { into: household } })),
  row("household.split", [], "itself", ({ household }) => ({ sub: household, body: { into: [household] } })),
  row("consent.given", [V, H], "itself", ({ household }) => ({
    sub: household,
    body: { purposes: ["record"], version: 1, at: 1 },
    personal: { by: "Người Thử" },
  })),
  row("consent.withdrawn", [V, H], "itself", ({ household }) => ({
    sub: household,
    body: { purposes: ["record"] },
    personal: { note: "Ghi chú" },
  })),
  row("handbook.stocked", [], "closed", ({ area }) => ({ sub: area, body: { edition: 4, copies: 9 } })),
  row("handbook.delivered", [V], "itself", ({ household }) => ({
    sub: household,
    body: { edition: 4, how: "hand" },
  })),
  row("visit.logged", [V], "closed", ({ household }) => ({
    sub: household,
    body: { outcome: "absent" },
    personal: { note: "Đi chợ" },
  })),
  row("pledge.signed", [V, H], "itself", ({ household }, _target, role) => ({
    sub: household,
    body: {
      campaign: "2026",
      edition: 4,
      agreed: ["flag"],
      declined: [],
      medium: role === "household" ? "link" : "screen",
      consent: newId(),
    },
    personal: { signer: "Người Thử", relation: "Chủ hộ", strokes: "M1 1l9 9" },
  })),
  row("pledge.withdrawn", [V, H], "itself", ({ household }) => ({
    sub: household,
    body: { campaign: "2026" },
  })),
  row("pledge.preferred", [V], "itself", ({ household }, target) => ({
    sub: household,
    body: { campaign: "2026", pledge: target },
  })),
  row("request.made", [V, H], "itself", ({ household }) => ({ sub: household, body: { kind: "see" } })),
  row("request.answered", [], "itself", ({ household }, target) => ({
    sub: target,
    in: household,
    body: { outcome: "given" },
  })),
  row("opinion.given", [V, H], "itself", ({ household }) => ({
    sub: household,
    body: { channel: "door" },
    personal: { text: "Đèn hỏng" },
  })),
  row("opinion.forwarded", [], "itself", ({ household }, target) => ({
    sub: target,
    in: household,
    body: { to: "UBND", on: "2026-11-20" },
  })),
  row("opinion.answered", [], "itself", ({ household }, target) => ({
    sub: target,
    in: household,
    body: { status: "done" },
    personal: { answer: "Đã thay" },
  })),
  row("meeting.held", [V], "open", ({ area }) => ({
    sub: area,
    body: { kind: "kp", date: "2026-11-20", place: "Nhà văn hoá", subject: "Quy ước" },
    personal: { minutes: "Biên bản" },
  })),
  row("meeting.attended", [V], "closed", ({ household }) => ({
    sub: household,
    body: { meeting: newId(), present: true },
  })),
  row("meeting.matched", [], "open", ({ area }) => ({
    sub: area,
    body: { meetings: [newId(), newId()], same: true },
  })),
  row("contribution.recorded", [V], "itself", ({ household }) => ({
    sub: household,
    body: { kind: "cash", quantity: 1, unit: "đồng", for: "Đèn" },
  })),
  row("spending.recorded", [], "open", ({ area }) => ({
    sub: area,
    body: { for: "Đèn", amount: 1, on: "2026-11-20" },
  })),
  row(
    "indicator.defined",
    [],
    "open",
    () => ({ sub: "flags", body: { name: "Treo cờ", unit: "hộ", better: "up" } }),
    "anywhere",
  ),
  row("indicator.observed", [V], "closed", ({ household }) => ({
    sub: household,
    body: { indicator: "flags", period: "2026", value: 1 },
  })),
  row("commendation.proposed", [V], "itself", ({ household }) => ({
    sub: household,
    body: { level: "phuong" },
  })),
  row("commendation.granted", [], "itself", ({ household }) => ({
    sub: household,
    body: { level: "phuong" },
    personal: { for: "Việc tốt" },
  })),
  row("statement.retracted", [V, H], "itself", ({ household }, target) => ({
    sub: target,
    in: household,
    body: { reason: "mistake" },
    personal: { note: "Nhầm" },
  })),
  row("statement.decided", [], "closed", ({ household }) => ({
    sub: newId(),
    in: household,
    body: { decision: "accept", reason: "other" },
  })),
  row("data.erased", [], "itself", ({ household }) => ({ sub: household, body: { names: ["phone"] } })),
  row("household.closed", [], "itself", ({ household }) => ({ sub: household, body: { reason: "other" } })),
];

function row(
  type: string,
  says: readonly Role[],
  seen: "open" | "device" | "closed" | "itself",
  parts: (spot: Spot, target: string, role: Role) => Omit<Draft, "type">,
  where?: "nobody" | "anywhere",
): Right {
  const make: Right["make"] = (spot, target, role) => ({ type, ...parts(spot, target, role) });
  const open = seen === "open" || seen === "device";
  return { type, make, says, open, ofItself: seen === "itself", ...(where ? { where } : {}) };
}

const NO_PHOTO = "A".repeat(43);

/** What each caller of `CALLS` gets for a photo of a place that the ward has, and for one that is brought. */
export const PHOTOS: Readonly<
  Record<Place, { readonly read: readonly number[]; readonly brought: readonly number[] }>
> = {
  own: { read: [200, 200, 200, 404, 403, 401, 401], brought: [200, 200, 200, 200, 403, 401, 401] },
  neighbouring: { read: [200, 404, 404, 404, 403, 401, 401], brought: [200, 200, 200, 200, 403, 401, 401] },
  foreign: { read: [200, 404, 404, 404, 403, 401, 401], brought: [200, 200, 200, 200, 403, 401, 401] },
};

const OPINION = {
  code: makeOpinionCode(Date.now(), randomBytes(CODE_BYTES)),
  area: "kp1",
  text: "Đèn hỏng",
  consent: { version: "1", at: 1_790_000_000 },
};

/** What a viewer reads of its areas, all of it without disclosures; the one that is taken back in these tests is an opinion. */
export const FOR_VIEWERS: ReadonlySet<string> = new Set([
  "opinion.given",
  "opinion.forwarded",
  "opinion.answered",
  "statement.retracted",
]);

/** Every call, and what each of these gets for it: an office, a volunteer, a household, a viewer; a revoked volunteer; a device of another ward; nobody. */
export const CALLS: readonly [
  method: "GET" | "POST" | "PUT",
  path: string,
  body: unknown,
  statuses: readonly number[],
][] = [
  ["GET", "/statements?after=0", undefined, [200, 200, 200, 200, 403, 401, 401]],
  ["GET", "/statements?after=0&wait=1", undefined, [200, 200, 200, 200, 403, 401, 401]],
  ["POST", "/statements", { statements: ["x"] }, [200, 200, 200, 200, 200, 401, 401]],
  ["GET", "/invites", undefined, [200, 403, 403, 403, 403, 401, 401]],
  ["POST", "/invites", { role: "office" }, [201, 403, 403, 403, 403, 401, 401]],
  ["GET", "/held", undefined, [200, 403, 403, 403, 403, 401, 401]],
  ["GET", "/devices/standing", undefined, [200, 403, 403, 403, 403, 401, 401]],
  ["GET", "/totals", undefined, [200, 403, 403, 200, 403, 401, 401]],
  ["POST", "/parcels", { parcels: ["x"] }, [200, 200, 200, 200, 403, 401, 401]],
  // Nobody is told whether there is such a photo.
  ["GET", `/attachments/${NO_PHOTO}`, undefined, [404, 404, 404, 404, 403, 401, 401]],
  ["GET", "/public", undefined, [200, 200, 200, 200, 200, 200, 200]],
  ["GET", "/devices", undefined, [200, 200, 200, 200, 200, 200, 200]],
  ["GET", `/receipts/${newId()}`, undefined, [200, 200, 200, 200, 200, 200, 200]],
  ["POST", "/opinions", { text: "Đèn hỏng" }, [400, 400, 400, 400, 400, 400, 400]],
  ["POST", "/opinions", OPINION, [201, 201, 201, 201, 201, 201, 201]],
  ["POST", "/opinions/followed", { codes: [OPINION.code] }, [200, 200, 200, 200, 200, 200, 200]],
  ["GET", "/nothing", undefined, [404, 404, 404, 404, 404, 404, 404]],
];

const DEVICE = "k".repeat(42).concat("A");
const DECIDED = {
  covenant: "kp1",
  outcome: "suspended",
  decision: { number: "15/QĐ-UBND", date: "2026-11-20", authority: "UBND phường" },
  from: "2026-11-20",
};

const COVENANT = {
  covenant: "kp1",
  edition: 5,
  title: "Quy ước",
  recognition: { number: "1", date: "2026-10-14", authority: "UBND" },
  inForce: "2026-10-14",
  chapters: [{ title: "Chương I", articles: [{ number: 1, title: "Điều 1", text: "Một." }] }],
};
const HANDBOOK = {
  edition: 5,
  covenant: "kp1",
  covenantEdition: 5,
  introduction: "Lời đầu",
  decisions: [],
  opinions: [],
  contacts: [],
};
const CAMPAIGN = {
  title: "Cam kết",
  from: "2027-01-01",
  to: "2027-12-31",
  editions: { kp1: 5 },
  items: [{ id: "flag", text: "Treo cờ", article: 1 }],
  consent: { version: 1, purposes: [{ id: "record", text: "Lưu họ tên" }] },
};
