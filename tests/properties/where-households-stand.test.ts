import fc from "fast-check";
import { expect, it } from "vitest";

import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { createAcceptor } from "../../src/server/accept.ts";
import { openMemory } from "../../src/server/store/sqlite.ts";
import { must } from "../phone/test-phone.ts";
import { readingOf, type Reading } from "../server/reading.ts";
import { describeWard, enrolment, registration } from "../server/small-ward.ts";
import { createSpeaker, newId, type Speaker } from "../server/speaker.ts";
import { RUNS, shuffled } from "./runs.ts";

// Each run is a whole ward in a store of its own.
const FEW = { ...RUNS, numRuns: RUNS.numRuns / 10 };
const WARD = "phuong-thu";
const NOW = Date.UTC(2026, 10, 23, 3);
const AREAS = ["kp1/t01", "kp1/t02", "kp2/t06"];
const HOUSEHOLDS = [newId(), newId(), newId(), newId()];

/** One thing that the office says; `target` counts among all that is said. */
interface Event {
  readonly what: number;
  readonly household: number;
  readonly other: number;
  readonly area: number;
  readonly target: number;
}

const events: fc.Arbitrary<Event[]> = fc.array(
  fc.record({
    what: fc.nat(7),
    household: fc.nat(HOUSEHOLDS.length - 1),
    other: fc.nat(HOUSEHOLDS.length - 1),
    area: fc.nat(AREAS.length - 1),
    target: fc.nat(15),
  }),
  { minLength: 1, maxLength: 16 },
);

it("is the same in whatever order it was told", async () => {
  const orders = events.chain((list) =>
    fc.record({ list: fc.constant(list), order: shuffled(list.map((_event, at) => at)) }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async ({ list, order }) => {
      const people = await makePeople();
      const [ward, again] = [await openWard(people), await openWard(people)];
      // Each at a time of its own: of two at one time the number decides.
      const says = (draft: Draft, at: number) => people.office.say(draft, { iat: NOW / 1000 - 1000 + at });
      const texts = await Promise.all(list.map(draftOf(list)).map(says));
      try {
        for (const text of texts) await ward.push(text);
        for (const at of order) await again.push(texts[at] ?? "");
        expect(await again.standing()).toEqual(await ward.standing());
      } finally {
        await Promise.all([ward.close(), again.close()]);
      }
    }),
    FEW,
  );
});

it("tells a device of a new scope where it reads more or less of what was there before, and nowhere else", async () => {
  await fc.assert(
    fc.asyncProperty(events, async (list) => {
      const people = await makePeople();
      const ward = await openWard(people);
      try {
        let before = await ward.readings();
        for (const draft of list.map(draftOf(list))) {
          const said = await people.office.say(draft);
          await ward.push(said);
          const after = await ward.readings();
          const { jti } = must(parseStatement(said)).claims;
          expect(after.map(({ scope }, at) => scope !== before[at]?.scope)).toEqual(
            after.map((reading, at) => readsOther(before[at], reading, jti)),
          );
          before = after;
        }
      } finally {
        await ward.close();
      }
    }),
    FEW,
  );
});

/** Whether something else is read than before, apart from what was said in between. */
function readsOther(before: Reading | undefined, after: Reading, said: string): boolean {
  const lines = [...after.lines].filter(([jti]) => jti !== said);
  return JSON.stringify(lines) !== JSON.stringify([...(before?.lines ?? [])]);
}

function draftOf(list: readonly Event[]): (event: Event, at: number) => Draft & { readonly jti: string } {
  const ids = list.map(newId);
  return ({ what, household, other, area, target }, at) => {
    const [sub = "", into = ""] = [HOUSEHOLDS[household], HOUSEHOLDS[other]];
    const place = target % 2 === 0 ? into : (AREAS[area] ?? "");
    const about = { jti: ids[at] ?? "", sub: ids[target % ids.length] ?? "", in: place };
    const all: (Draft & { readonly jti: string })[] = [
      { jti: about.jti, type: "household.moved", sub, body: { area: AREAS[area] } },
      { jti: about.jti, type: "household.merged", sub, body: { into } },
      { jti: about.jti, type: "household.merged", sub, body: { into } },
      { ...about, type: "statement.retracted", body: { reason: "mistake" } },
      { ...about, type: "statement.retracted", body: { reason: "mistake" } },
      { ...about, type: "statement.decided", body: { decision: "accept", reason: "other" } },
      { jti: about.jti, type: "opinion.given", sub, body: { channel: "door" }, personal: { text: "Đèn" } },
      { ...about, type: "opinion.answered", body: { status: "answered" }, personal: { answer: "Sẽ lắp" } },
    ];
    return all[what] ?? { jti: about.jti, type: "visit.logged", sub, body: { outcome: "absent" } };
  };
}

/** Who speaks and reads in a ward, and what tells it of them and of its households. */
interface People {
  readonly office: Speaker;
  readonly readers: readonly Speaker[];
  readonly setUp: readonly string[];
}

async function makePeople(): Promise<People> {
  const speaker = () => createSpeaker(WARD, () => NOW - 10_000_000);
  const [key, office, anna, binh] = [await speaker(), await speaker(), await speaker(), await speaker()];
  const [home, other, viewer] = [await speaker(), await speaker(), await speaker()];
  const drafts = [
    describeWard(WARD, key),
    enrolment(office, "office", []),
    enrolment(anna, "volunteer", ["kp1"]),
    enrolment(binh, "volunteer", ["kp2"]),
    enrolment(viewer, "viewer", ["kp1"]),
    enrolment(home, "household", [], HOUSEHOLDS[0]),
    enrolment(other, "household", [], HOUSEHOLDS[1]),
    ...HOUSEHOLDS.map((id, at) => registration(id, AREAS[at % 3] ?? "", at + 1, "Nguyễn Thị Ánh")),
  ];
  const setUp = await Promise.all(drafts.map((draft) => key.say(draft)));
  return { office, readers: [anna, binh, viewer, home, other], setUp };
}

/** A ward in a store of its own. */
async function openWard({ setUp, readers }: People) {
  const { db, close } = await openMemory();
  const row = { ward: WARD, epoch: "e1", head: 0, saved: 0, signed: 0 };
  await db.insertInto("wards").values(row).execute();
  const acceptor = createAcceptor({ db, now: () => NOW, onCommit: () => undefined });
  const push = async (...texts: string[]) => {
    const { results } = must(await acceptor.push(WARD, texts));
    expect(results.filter(({ status }) => status !== "accepted")).toEqual([]);
  };
  await push(...setUp);
  return {
    push,
    standing: () => db.selectFrom("households").selectAll().orderBy("household").execute(),
    readings: () => Promise.all(readers.map(({ kid }) => readingOf(db, WARD, kid))),
    async close() {
      await acceptor.settle();
      await close();
    },
  };
}
