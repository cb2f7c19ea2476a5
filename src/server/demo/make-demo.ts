import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { formatInteger } from "../../domain/words/vietnamese-format.ts";
import { createAcceptor } from "../accept.ts";
import { makeInvite } from "../gate/invites.ts";
import { createKeyRing } from "../keys/keys.ts";
import { keepMarks } from "../store/epochs.ts";
import type { Schema } from "../store/schema.ts";
import { openMemory } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { findWard } from "../wards/wards.ts";
import { createChance } from "./chance.ts";
import { composePast } from "./compose-past.ts";
import { createDemoClock } from "./demo-clock.ts";
import { readDemoPapers } from "./demo-papers.ts";
import { DEMO_WARD, foundWard } from "./found-ward.ts";
import { liveThrough } from "./live-through.ts";
import { holdsWard, moveIn } from "./move-in.ts";
import { idsFrom } from "./utterance.ts";

/** What making the demo takes. */
export interface DemoParts {
  /** An open store without a ward. */
  readonly db: Kysely<Schema>;
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly origin: string;
  /** A line of words about it. */
  readonly log: (line: string) => void;
}

/** The demo's ward, and the addresses by which people come to it. */
export interface Demo {
  readonly ward: string;
  readonly residentUrl: string;
  /** One enrolment each, good for thirty days. */
  readonly links: readonly { readonly who: string; readonly url: string }[];
}

/**
 * Makes the demo ward in an empty store: invented people and six weeks of their round, said and signed as in life. It is
 * made in memory and moved in whole, so that one that was cut off leaves nothing behind. Throws where the store holds a ward.
 */
export async function makeDemo({ db, dataDir, now, origin, log }: DemoParts): Promise<Demo> {
  if (await holdsWard(db)) throw new Error(NOT_EMPTY);
  log("Đang tạo phường mẫu: hộ dân và sáu tuần đi từng hộ. Người trong đó đều là tên đặt ra.");
  const folder = await makeFolder(dataDir);
  const memory = await openMemory();
  try {
    const end = now();
    const made = await makeInMemory(memory, folder, end, origin);
    log(`Đã ký xong ${formatInteger(made.statements)} bản ghi, đang cất vào kho.`);
    const moved = await moveIn({
      from: { db: memory.db, dataDir: folder },
      to: { db, dataDir },
      ward: DEMO_WARD,
      now: end,
    });
    if (!moved) throw new Error(NOT_EMPTY);
    await keepMarks({ db }, dataDir);
    return { ward: DEMO_WARD, residentUrl: `${origin}/so-tay/${DEMO_WARD}`, links: made.links };
  } finally {
    await memory.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same weeks in every demo. */
const SEED = 20_261_118;
const NOT_EMPTY = "the store holds a ward; a demo is made in an empty one only";
const FOLDER = "demo-making-";

/** A folder of its own for the keys; one that an earlier attempt left is cleared away. */
async function makeFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(FOLDER));
  await Promise.all(left.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
  return await mkdtemp(join(dataDir, FOLDER));
}

async function makeInMemory({ db }: Store, folder: string, end: number, origin: string) {
  const clock = createDemoClock();
  const acceptor = createAcceptor({ db, now: clock.now, onCommit: () => undefined });
  const station = { db, acceptor, keys: createKeyRing(folder), now: clock.now, random };
  const papers = await readDemoPapers();
  const seconds = Math.floor(end / 1000);
  const households = await foundWard(station, clock, papers, seconds);
  const { campaign, body } = papers.campaign;
  const past = composePast({
    ward: DEMO_WARD,
    households,
    campaign: { id: campaign, ...body },
    opinions: papers.opinions,
    figures: papers.figures,
    now: seconds,
    chance: createChance(SEED),
    newId: idsFrom(random),
  });
  await liveThrough(station, clock, past, seconds);
  const ward = await findWard(db, DEMO_WARD);
  if (!ward) throw new Error("the demo's ward is not there");
  const links = [];
  for (const { who, role, areas } of INVITED) {
    const request = { role, areas: [...areas], expiresInHours: 30 * 24 };
    const invite = await makeInvite({ db, random, origin, now: () => end }, ward, request, null);
    if (!invite.ok) throw new Error(`nobody is invited to the demo: ${invite.error}`);
    links.push({ who, url: invite.value.url });
  }
  return { statements: ward.head, links };
}

const INVITED = [
  { who: "Khu phố 1", role: "volunteer", areas: ["kp1"] },
  { who: "Khu phố 2", role: "volunteer", areas: ["kp2"] },
  { who: "Khu phố 3", role: "volunteer", areas: ["kp3"] },
  { who: "Văn phòng", role: "office", areas: [] },
] as const;

function random(bytes: number): Uint8Array {
  return new Uint8Array(randomBytes(bytes));
}
