import { uuidV7 } from "../domain/ids.ts";
import { makeStatement, type Draft } from "../domain/statement.ts";
import type { Phone, Settings } from "./api/phone.ts";
import { PRACTICE_WARD } from "./api/practice-ward.ts";
import { append } from "./append/append.ts";
import { createPhone, type PageEnv } from "./create-phone.ts";
import type { Arrival } from "./log/change.ts";
import {
  PRACTICE_AREA,
  practiceCampaign,
  practiceDescribed,
  practiceHouseholds,
  type PracticeWords,
} from "./practice-village.ts";
import { phoneDatabase } from "./store/database.ts";
import { digestText, newKey, sha256, signerOf } from "./store/keys.ts";
import { newMembership } from "./store/new-membership.ts";
import type { KeyRow } from "./store/rows.ts";
import { setSettings } from "./store/settings.ts";

/** A phone to practise on. */
export interface Practice {
  readonly phone: Phone;
  /** Ends it: all that was kept is gone. */
  readonly leave: () => Promise<void>;
}

/**
 * Makes a phone of its own for practising: the same code on a database of its own, with a ward and ten households that this
 * phone invents and signs itself. It has no way out: whatever it would ask of a ward fails, and no schedule is started. What an
 * earlier practice has left behind is dropped first.
 */
export async function openPractice(
  outer: PageEnv,
  { words, settings }: { readonly words: PracticeWords; readonly settings: Partial<Settings> },
  idb?: Parameters<typeof phoneDatabase>[0],
): Promise<Practice> {
  await phoneDatabase(idb, NAME).delete();
  const env: PageEnv = {
    ...outer,
    db: phoneDatabase(idb, NAME),
    fetch: () => Promise.reject(new TypeError("a practice reaches nobody")),
    page: SILENT,
    storage: { persisted: async () => true },
    registrar: null,
    // Nobody waits for whoever practises.
    badge: null,
    locks: undefined,
    reload: () => undefined,
  };
  await setSettings(env.db, settings);
  await found(env, words);
  return { phone: createPhone(env), leave: () => env.db.delete() };
}

const NAME = "so-tay-tap-dung";
const SILENT: PageEnv["page"] = {
  onOnline: () => () => undefined,
  onVisible: () => () => undefined,
  requestSync: () => undefined,
};

/** Founds the ward, enrols this phone, and registers the households with their past. */
async function found(env: PageEnv, words: PracticeWords): Promise<void> {
  const { subtle } = env;
  const now = Math.floor(env.now() / 1000);
  const wardKey = await newKey(subtle, PRACTICE_WARD, "");
  const seal = await newKey(subtle, PRACTICE_WARD, "");
  const own = await newKey(subtle, PRACTICE_WARD, "");
  const arrivals: Arrival[] = [];
  const id = () => uuidV7(env.now(), env.random(10));

  async function say(draft: Draft, at = now): Promise<void> {
    const n = arrivals.length + 1;
    const statement = await makeStatement(draft, {
      jti: id(),
      n,
      iat: at,
      ward: PRACTICE_WARD,
      signer: signerOf(subtle, wardKey),
      random: env.random,
      sha256: sha256(subtle),
    });
    arrivals.push({ statement, seq: n, at: at * 1000, standing: "log" });
  }

  const before = now - WEEK;
  const keys = { sign: wardKey.key, seal: seal.key };
  const described = practiceDescribed(words);
  await say({ type: "ward.described", sub: PRACTICE_WARD, body: { ...described, keys } }, before);
  await say(practiceCampaign(words, new Date(env.now()).toISOString()), before);
  const areas = [PRACTICE_AREA];
  const invite = await digestText(subtle, own.kid);
  await say({
    type: "device.enrolled",
    sub: own.kid,
    body: { key: own.key, role: "volunteer", areas, person: id(), invite },
    personal: { deviceName: words.device },
  });
  for (const household of practiceHouseholds(words, id)) {
    const { number, head, address, members, note, past } = household;
    await say(
      {
        type: "household.registered",
        sub: household.id,
        body: { area: PRACTICE_AREA, members },
        personal: { number, head, address, note },
      },
      before,
    );
    for (const { ago, outcome, at } of past) {
      const body = at === undefined ? { outcome } : { outcome, at: now + at };
      await say({ type: "visit.logged", sub: household.id, body }, now - ago);
    }
  }
  const pin = { kid: wardKey.kid, key: wardKey.key };
  await keep(env, own, { name: words.ward, pin, arrivals, now });
}

const WEEK = 7 * 86_400;

/** What was said to found the ward. */
interface Founded {
  readonly name: string;
  readonly pin: { readonly kid: string; readonly key: KeyRow["key"] };
  readonly arrivals: readonly Arrival[];
  /** Seconds. */
  readonly now: number;
}

async function keep({ db }: PageEnv, own: KeyRow, { name, pin, arrivals, now }: Founded): Promise<void> {
  await db.keys.put(own);
  const head = arrivals.length;
  await append(db, {
    ward: PRACTICE_WARD,
    arrivals,
    membership: () => ({
      ...newMembership(PRACTICE_WARD),
      name,
      device: own.kid,
      role: "volunteer",
      areas: [PRACTICE_AREA],
      pins: [pin],
      after: head,
      head,
      whole: true,
      heardAt: now,
      lastUsed: now,
    }),
  });
}
