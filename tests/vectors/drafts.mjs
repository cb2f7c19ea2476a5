// One statement of each type that src/domain/kinds knows, and what a reader must make of it. `place` is the household
// or area by which it is shown, "" for the ward as a whole.

export const WARD = "phuong-mau";
const HOUSEHOLD = id(1);
const OTHER = id(2);
const PERSON = id(3);
const DIGEST = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
const OPINION = id(20);
const CONSENT = id(21);
const PLEDGE = id(22);
const MEETING = id(23);

/** The drafts, given the public key that signs them all. */
export function drafts(key, kid) {
  return [
    of("ward.described", WARD, "", {
      name: "Phường Mẫu",
      kind: "phuong",
      province: "Tây Ninh",
      keys: { sign: key, seal: key },
      areas: [
        { code: "kp2", name: "Khu phố 2", kind: "khu phố" },
        { code: "kp2/t07", name: "Tổ 7", kind: "tổ", from: "2025-07-01", into: "kp2/t08" },
      ],
      absorbs: [{ ward: "phuong-cu", head: DIGEST }],
    }),
    of("device.enrolled", kid, "", { key, role: "household", areas: [], person: PERSON, invite: DIGEST }, {
      deviceName: "Máy của hộ",
      personName: "Nguyễn Thị Mẫu",
      household: HOUSEHOLD,
    }),
    of("device.assigned", kid, "", { areas: ["kp2/t07"], households: [HOUSEHOLD], from: 1795430000, to: 1798000000 }),
    of("device.revoked", kid, "", { reason: "other", from: 1795430000 }, { note: "Mất máy ở chợ" }),
    of("invite.cancelled", DIGEST, "", {}),
    of("round.assigned", "kp2/t07", "kp2/t07", { person: PERSON, from: "2026-11-01", to: "2026-11-30" }),
    of("covenant.published", "kp2", "kp2", {
      covenant: "kp2",
      edition: 4,
      title: "Quy ước khu phố 2",
      recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã Mẫu" },
      inForce: "2022-10-14",
      chapters: [
        {
          title: "Quy định chung",
          articles: [{ number: 1, title: "Phạm vi", text: "Quy ước này dành cho người sống ở khu phố 2." }],
        },
      ],
    }),
    of("handbook.published", "kp2", "kp2", {
      edition: 4,
      covenant: "kp2",
      covenantEdition: 4,
      introduction: "Cuốn sổ tay của khu phố 2.",
      decisions: [{ title: "Công nhận quy ước", number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã Mẫu" }],
      opinions: [{ text: "Đèn hẻm 4 tắt.", answer: "Đã thay bóng." }],
      contacts: [{ office: "Ban công tác Mặt trận khu phố 2", phone: "0270 000 000" }],
    }),
    of("campaign.opened", "2026", "", {
      title: "Cam kết thực hiện quy ước năm 2026",
      from: "2026-10-01",
      to: "2026-12-31",
      editions: { kp2: 4 },
      items: [{ id: "flag", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: 13 }],
      consent: { version: 1, purposes: [{ id: "record", text: "Lưu họ tên, chữ ký để theo dõi cam kết" }] },
    }),
    of("campaign.closed", "2026", "", {}),
    of("amendment.opened", "kp2-2027", "kp2", { covenant: "kp2", kind: "amend" }, {}, { in: "kp2" }),
    of("amendment.stepped", "kp2-2027", "kp2", { step: "posted", date: "2026-11-20", figures: { households: 352 } }, {}, { in: "kp2" }),
    of(
      "covenant.decided",
      "kp2",
      "kp2",
      {
        covenant: "kp2",
        outcome: "suspended",
        decision: { number: "15/QĐ-UBND", date: "2026-11-20", authority: "UBND phường Mẫu" },
        from: "2026-11-25",
        articles: [1],
        grounds: "Chờ sửa cho hợp với luật.",
      },
      {},
      // After all that were made before.
      { jti: id(60) },
    ),
    of("household.registered", HOUSEHOLD, HOUSEHOLD, { area: "kp2/t07", members: 4 }, {
      number: 18,
      head: "Nguyễn Thị Mẫu",
      address: "12/4 đường 30 Tháng 4",
      phone: "",
    }),
    of("household.changed", HOUSEHOLD, HOUSEHOLD, { members: 5 }, { number: "18A", note: "Thêm cháu" }),
    of("household.moved", HOUSEHOLD, HOUSEHOLD, { area: "kp2/t08" }, { number: 3 }),
    of("household.merged", OTHER, OTHER, { into: HOUSEHOLD }),
    of("household.split", HOUSEHOLD, HOUSEHOLD, { into: [HOUSEHOLD, OTHER] }),
    of("household.closed", OTHER, OTHER, { reason: "other" }),
    of("consent.given", HOUSEHOLD, HOUSEHOLD, { purposes: ["record"], version: 1, at: 1795430000 }, { by: "Nguyễn Thị Mẫu" }, { jti: CONSENT }),
    of("consent.withdrawn", HOUSEHOLD, HOUSEHOLD, { purposes: ["record"] }, { note: "Không muốn lưu ảnh" }),
    of("handbook.stocked", "kp2", "kp2", { edition: 4, copies: 360 }),
    of("handbook.delivered", HOUSEHOLD, HOUSEHOLD, { edition: 4, how: "hand" }),
    of("visit.logged", HOUSEHOLD, HOUSEHOLD, { outcome: "comeBack", at: 1795433400 }, { note: "Ban ngày bán ở chợ" }),
    of(
      "pledge.signed",
      HOUSEHOLD,
      HOUSEHOLD,
      { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent: CONSENT },
      { signer: "Nguyễn Thị Mẫu", relation: "head", strokes: "M40 130c20-70 46-92 52-60s-38 92-22 92" },
      { jti: PLEDGE },
    ),
    of("pledge.withdrawn", HOUSEHOLD, HOUSEHOLD, { campaign: "2026", reason: "wish" }, { note: "Đổi ý" }),
    of("pledge.preferred", HOUSEHOLD, HOUSEHOLD, { campaign: "2026", pledge: PLEDGE }),
    of("request.made", HOUSEHOLD, HOUSEHOLD, { kind: "see" }, { text: "Xin xem những gì phường đã ghi" }, { jti: id(24) }),
    of("request.answered", id(24), HOUSEHOLD, { outcome: "given" }, { text: "Đã đưa bản in" }, { in: HOUSEHOLD }),
    of("opinion.given", HOUSEHOLD, HOUSEHOLD, { article: 13, channel: "door" }, { text: "Đèn hẻm 4 tắt" }, { jti: OPINION }),
    of("opinion.forwarded", OPINION, HOUSEHOLD, { to: "UBND phường", on: "2026-11-20" }, {}, { in: HOUSEHOLD }),
    of(
      "opinion.answered",
      OPINION,
      HOUSEHOLD,
      { status: "answered", public: { question: "Đèn hẻm 4 tắt.", answer: "Đã thay bóng ngày 01/12." } },
      { answer: "Cảm ơn gia đình, đèn đã sáng." },
      { in: HOUSEHOLD },
    ),
    of(
      "meeting.held",
      "kp2",
      "kp2",
      { kind: "khu-pho", date: "2026-11-18", place: "Nhà văn hoá", subject: "Rà soát quy ước", households: 352, present: 201 },
      { minutes: "Bàn việc treo cờ và rác" },
      { jti: MEETING },
    ),
    of("meeting.attended", HOUSEHOLD, HOUSEHOLD, { meeting: MEETING, present: true }),
    // After all that were made before.
    of("meeting.matched", "kp2", "kp2", { meetings: [MEETING, id(24)], same: true }, {}, { jti: id(61) }),
    of("contribution.recorded", HOUSEHOLD, HOUSEHOLD, { kind: "land", quantity: 12.5, unit: "m²", worth: 25_000_000, for: "Mở rộng hẻm 4" }),
    of("spending.recorded", "kp2", "kp2", { for: "Đèn hẻm 4", amount: 6_000_000, on: "2026-11-20" }),
    of("indicator.defined", "flags", "", { name: "Hộ treo cờ ngày lễ", unit: "%", better: "up" }),
    of("indicator.observed", "kp2", "kp2", { indicator: "flags", period: "2026", numerator: 288, denominator: 352 }),
    of("commendation.proposed", HOUSEHOLD, HOUSEHOLD, { level: "phuong" }, { for: "Hiến đất mở hẻm" }),
    of("commendation.granted", "kp2", "kp2", { level: "phuong", decision: "12/QĐ-UBND" }),
    of("statement.retracted", id(25), HOUSEHOLD, { reason: "mistake" }, { note: "Bấm nhầm hộ" }, { in: HOUSEHOLD }),
    of("statement.decided", id(26), HOUSEHOLD, { decision: "accept", reason: "other" }, { note: "Đã hỏi tổ trưởng" }, { in: HOUSEHOLD }),
    of("data.erased", HOUSEHOLD, HOUSEHOLD, { names: ["head", "phone"] }),

    named("a value instead of a part of a whole", "indicator.observed", "kp2", "kp2", { indicator: "lamps", period: "2026", value: 45 }),
    named("an assigned household", "round.assigned", HOUSEHOLD, HOUSEHOLD, { person: PERSON, from: "2026-11-01", to: "2026-11-30" }),
    named(
      "a pledge on paper, with its photo",
      "pledge.signed",
      HOUSEHOLD,
      HOUSEHOLD,
      { campaign: "2026", edition: 4, agreed: [], declined: ["flag"], medium: "paper", consent: CONSENT },
      { signer: "Nguyễn Thị Mẫu", relation: "head", photo: DIGEST },
    ),
    named("a decision shown by the ward", "statement.decided", id(27), "", { decision: "refuse", reason: "other" }, {}, { in: WARD }),
    named(
      "fields of later days",
      "visit.logged",
      HOUSEHOLD,
      HOUSEHOLD,
      { outcome: "absent", weather: { rain: true }, at: "chiều" },
      { note: "Ghi", mood: ["vui"] },
    ),
  ];
}

/** Statements of types and versions that no app knows yet: kept, passed on, and folded after an update. */
export function fromLaterDays() {
  return [
    named("of an unknown type", "garden.blessed", HOUSEHOLD, HOUSEHOLD, { trees: 3 }, { by: "Nguyễn Thị Mẫu" }),
    named("of an unknown version", "visit.logged", HOUSEHOLD, HOUSEHOLD, { outcome: { code: 7 } }, { note: 5 }, { v: 2 }),
  ];
}

/** Well signed, but against the schema of their kind; `reason` is what `check` says. */
export function broken() {
  const strokes = { signer: "Nguyễn Thị Mẫu", relation: "head", strokes: "M1 1l9 9" };
  const pledge = { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent: CONSENT };
  const absent = { outcome: "absent" };
  return [
    bad("bad-sub", "about an area, not a household", "visit.logged", "kp2", absent),
    bad("bad-sub", "about another ward", "ward.described", "phuong-khac", {}),
    bad("bad-sub", "about a device that is none", "device.revoked", HOUSEHOLD, { reason: "other", from: 1 }),
    bad("bad-in", "in, where the household is named already", "visit.logged", HOUSEHOLD, absent, {}, { in: HOUSEHOLD }),
    bad("bad-in", "no in, where a statement is spoken of", "statement.retracted", id(25), { reason: "mistake" }),
    bad("bad-in", "in that is no place", "statement.retracted", id(25), { reason: "mistake" }, {}, { in: "Khu phố 2" }),
    bad("bad-in", "no in, where an amendment is spoken of", "amendment.opened", "kp2-2027", { covenant: "kp2", kind: "amend" }),
    bad("personal-field-in-body", "a name in the body", "pledge.signed", HOUSEHOLD, { ...pledge, signer: "Nguyễn Thị Mẫu" }, strokes),
    bad("personal-field-in-body", "a note in the body", "visit.logged", HOUSEHOLD, { ...absent, note: "Ghi" }),
    bad("bad-body", "an unknown outcome", "visit.logged", HOUSEHOLD, { outcome: "dancing" }),
    bad("bad-body", "to come back at no time", "visit.logged", HOUSEHOLD, { outcome: "comeBack" }),
    bad("bad-body", "a time with a fraction", "consent.given", HOUSEHOLD, { purposes: [], version: 1, at: 1.5 }),
    bad("bad-body", "a day that is in no calendar", "spending.recorded", "kp2", { for: "Đèn", amount: 1, on: "2026-02-30" }),
    bad("bad-body", "half a đồng", "spending.recorded", "kp2", { for: "Đèn", amount: 0.5, on: "2026-02-28" }),
    bad("bad-body", "a reason in free words", "household.closed", HOUSEHOLD, { reason: "Bà Mẫu mất" }),
    bad("bad-body", "a part of no whole", "indicator.observed", "kp2", { indicator: "flags", period: "2026", numerator: 1 }),
    bad("bad-personal-field", "no strokes but an empty one", "pledge.signed", HOUSEHOLD, pledge, { ...strokes, strokes: "" }),
    bad("bad-personal-field", "strokes that are no path", "pledge.signed", HOUSEHOLD, pledge, { ...strokes, strokes: "<script>" }),
    bad("bad-personal-field", "strokes above 8 kB", "pledge.signed", HOUSEHOLD, pledge, { ...strokes, strokes: `M${"1 ".repeat(4200)}` }),
    bad("bad-personal-field", "an opinion without words", "opinion.given", HOUSEHOLD, { channel: "door" }),
    bad("bad-combination", "a pledge with nothing drawn", "pledge.signed", HOUSEHOLD, pledge, { signer: "A", relation: "head" }),
  ];
}

function of(type, sub, place, body, personal = {}, more = {}) {
  return { name: type, type, sub, place, body, personal, ...more };
}

function named(name, type, sub, place, body, personal = {}, more = {}) {
  return { ...of(type, sub, place, body, personal, more), name: `${type}: ${name}` };
}

function bad(reason, name, type, sub, body, personal = {}, more = {}) {
  return { ...named(name, type, sub, null, body, personal, more), reason };
}

function id(number) {
  return `019aaf10-5c00-7000-8000-${String(number).padStart(12, "0")}`;
}
