import fc from "fast-check";
import { expect, it } from "vitest";
import { consentAt, itemAt } from "../../src/domain/campaign/campaign-words.ts";
import type { Entry } from "../../src/domain/said.ts";
import { currentCampaign } from "../../src/domain/ward-facts.ts";
import { foldWard } from "../../src/domain/ward.ts";
import { id, kid, logged, said, unsent, WARD, without } from "../domain/statements.ts";
import { RUNS, shuffled } from "./runs.ts";

const WARD_KEY = kid(1);
const key = { kty: "EC", crv: "P-256", x: kid(8), y: kid(9) };

interface Event {
  readonly what: number;
  readonly which: number;
  readonly value: number;
  readonly iat: number;
  readonly sent: boolean;
}

const events = fc.array(
  fc.record({
    what: fc.nat(12),
    which: fc.nat(1),
    value: fc.nat(4),
    iat: fc.integer({ min: 1000, max: 1010 }),
    sent: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

const histories = events.map((list) => list.map((event, at) => entryOf(event, at)));
const clear = events.map((list) =>
  list.map((event, at) => entryOf({ ...event, iat: 1000 + 20 * at, sent: true }, at)),
);

it("is the same in any order, doubled, and in parts", () => {
  const mixed = histories.chain((entries) =>
    fc.record({ entries: fc.constant(entries), mixed: shuffled(entries) }),
  );
  fc.assert(
    fc.property(mixed, ({ entries, mixed: other }) => {
      const whole = foldWard(WARD, entries);
      expect(foldWard(WARD, other)).toEqual(whole);
      const parts = other.flatMap((entry) => [
        { ...entry, statement: without(entry.statement, "deviceName", "minutes") },
        { ...entry, statement: without(entry.statement, "personName", "text") },
      ]);
      expect(foldWard(WARD, parts)).toEqual(whole);
    }),
    RUNS,
  );
});

it("is the same for devices, campaigns and names where a restored server numbers anew", () => {
  const numbered = clear.chain((entries) =>
    fc.record({ entries: fc.constant(entries), numbers: shuffled(entries.map((_entry, at) => at + 1)) }),
  );
  fc.assert(
    fc.property(numbered, ({ entries, numbers }) => {
      const again = entries.map((entry, at) => ({ ...entry, seq: numbers[at] ?? 0 }));
      const [before, after] = [entries, again].map((list) => {
        const ward = foldWard(WARD, list);
        const campaigns = ward.campaigns.map(({ id: name, title, closed, former }) => [
          name,
          title,
          closed,
          former,
        ]);
        const devices = Object.values(ward.devices).map(({ kid: name, areas, revokedSeq }) => [
          name,
          areas,
          revokedSeq === null,
        ]);
        const running = currentCampaign(ward)?.id;
        return {
          name: ward.name,
          areas: ward.areas,
          indicators: ward.indicators,
          campaigns,
          devices: devices.sort(),
          running,
        };
      });
      expect(after).toEqual(before);
    }),
    RUNS,
  );
});

it("keeps the words of each time for whoever signed then, in whatever order the openings came", () => {
  const openings = fc.uniqueArray(
    fc.record({ iat: fc.integer({ min: 1000, max: 1040 }), value: fc.nat(4) }),
    {
      selector: ({ iat }) => iat,
      minLength: 1,
    },
  );
  const mixed = openings.chain((list) =>
    fc.record({ list: fc.constant(list), order: shuffled(list), at: fc.integer({ min: 1000, max: 1045 }) }),
  );
  fc.assert(
    fc.property(mixed, ({ list, order, at }) => {
      const open = { what: 5, which: 0, sent: true };
      // Each in a place of its own among the numbers, and received long after it was made.
      const entries = order.map((one, seq) => ({ ...entryOf({ ...open, ...one }, seq), at: 9_000_000 }));
      const [campaign] = foldWard(WARD, entries).campaigns;
      const inTurn = list.toSorted((a, b) => a.iat - b.iat);
      const then = inTurn.findLast(({ iat }) => iat <= at) ?? inTurn[0];
      expect(campaign && itemAt(campaign, "flag", at)?.text).toBe(`Lời ${then?.value}`);
      // An item that was offered for a time is known for good.
      for (const { value } of list) {
        expect(campaign && itemAt(campaign, `i${value % 2}`, at)).toBeDefined();
        expect(campaign && consentAt(campaign, value % 2, at)).toBeDefined();
      }
    }),
    RUNS,
  );
});

function entryOf(event: Event, at: number): Entry {
  const statement = said({ jti: id(1000 + at), n: at + 1, iat: event.iat, kid: WARD_KEY, ...says(event) });
  return event.sent ? logged(at + 1, statement) : unsent(statement);
}

function says({ what, which, value }: Event): Omit<Parameters<typeof said>[0], "jti"> {
  const device = kid(2 + which);
  const campaign = `202${which}`;
  const area = `kp${value}`;
  const opened = {
    title: `Lần ${value}`,
    from: `202${which}-10-01`,
    to: `202${which}-12-31`,
    editions: {},
    // Words change under one id, and items come and go.
    items: ["flag", `i${value % 2}`].map((item) => ({ id: item, text: `Lời ${value}`, article: 1 })),
    consent: { version: value % 2, purposes: [{ id: "record", text: `Lưu ${value}` }] },
  };
  const enrolled = { key, role: "volunteer", areas: [area], person: id(102), invite: kid(7) };
  const names = { deviceName: `Máy ${value}`, personName: `Người ${value}` };
  const areas = [{ code: area, name: area, kind: "khu phố" }];
  const described = {
    name: `Phường ${value}`,
    kind: "phuong",
    province: "",
    keys: { sign: key, seal: key },
    areas,
  };
  const meeting = { kind: "to", date: "2026-11-18", place: "", subject: area };
  const all = [
    { type: "ward.described", sub: WARD, body: described },
    { type: "device.enrolled", sub: device, body: enrolled, personal: names },
    { type: "device.enrolled", sub: device, body: enrolled, personal: names },
    { type: "device.assigned", sub: device, body: { areas: [area, "kp9"], from: 0, to: 9 } },
    { type: "device.revoked", sub: device, body: { reason: "other", from: 0 } },
    { type: "campaign.opened", sub: campaign, body: opened },
    { type: "campaign.opened", sub: campaign, body: opened },
    { type: "campaign.closed", sub: campaign, body: {} },
    { type: "indicator.defined", sub: campaign, body: { name: `Tên ${value}`, unit: "%", better: "up" } },
    { type: "meeting.held", sub: area, body: meeting, personal: { minutes: `Biên bản ${value}` } },
    { type: "opinion.given", sub: area, body: { channel: "meeting" }, personal: { text: `Ý ${value}` } },
    { type: "statement.retracted", sub: id(1000 + value), in: area, body: { reason: "mistake" } },
    { type: "data.erased", sub: which === 0 ? device : id(1000 + value), body: {} },
  ];
  const parts = all[what];
  if (!parts) throw new Error("no such kind");
  return parts;
}
