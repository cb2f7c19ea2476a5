import type { Draft } from "../../src/domain/statement.ts";
import { createAcceptor, type Acceptor } from "../../src/server/accept.ts";
import type { Store } from "../../src/server/store/store.ts";
import type { PushAnswer, Verdict } from "../../src/wire/answers.ts";
import { createSpeaker, newId, type Speaker } from "./speaker.ts";
import { makeStorePlace } from "./store-place.ts";

/** A ward with three households in two khu phố, an office, a volunteer of each, and a household's own phone; on a real store. */
export interface SmallWard {
  readonly slug: string;
  readonly store: Store;
  readonly acceptor: Acceptor;
  readonly key: Speaker;
  readonly office: Speaker;
  readonly anna: Speaker;
  readonly binh: Speaker;
  readonly home: Speaker;
  /** Two in kp1/t01, one in kp2/t06. */
  readonly households: readonly [string, string, string];
  /** Milliseconds that the server's clock shows. */
  clock: number;
  readonly push: (...texts: string[]) => Promise<readonly Verdict[]>;
  readonly pushAll: (...texts: string[]) => Promise<PushAnswer>;
  readonly remove: () => Promise<void>;
}

export async function createSmallWard(): Promise<SmallWard> {
  const slug = "phuong-thu";
  const place = await makeStorePlace();
  const store = await place.open();
  const time = { clock: Date.UTC(2026, 10, 23, 3) };
  const speakers = await Promise.all(Array.from({ length: 5 }, () => createSpeaker(slug, () => time.clock)));
  const [key, office, anna, binh, home] = speakers as [Speaker, Speaker, Speaker, Speaker, Speaker];
  const acceptor = createAcceptor({
    db: store.db,
    write: store.write,
    now: () => time.clock,
    onCommit: () => undefined,
  });
  const epoch = { epoch: "e1", head: 0, saved: 0, signed: 0 };
  await store.db
    .insertInto("wards")
    .values({ ward: slug, ...epoch })
    .execute();
  const pushAll = async (...texts: string[]) => {
    const answer = await acceptor.push(slug, texts);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
  const households = [newId(), newId(), newId()] as const;
  const setUp = [
    await key.say(describeWard(slug, key)),
    await key.say(enrolment(office, "office", [])),
    await key.say(enrolment(anna, "volunteer", ["kp1"])),
    await key.say(enrolment(binh, "volunteer", ["kp2"])),
    await key.say(enrolment(home, "household", [], households[0])),
    await key.say(registration(households[0], "kp1/t01", 1, "Nguyễn Thị Ánh")),
    await key.say(registration(households[1], "kp1/t01", 2, "Trần Văn Bảy")),
    await key.say(registration(households[2], "kp2/t06", 1, "Lê Hoàng Dũng")),
  ];
  const { results } = await pushAll(...setUp);
  if (!results.every(({ status }) => status === "accepted")) throw new Error(JSON.stringify(results));
  return {
    slug,
    store,
    acceptor,
    key,
    office,
    anna,
    binh,
    home,
    households,
    pushAll,
    get clock() {
      return time.clock;
    },
    set clock(clock) {
      time.clock = clock;
    },
    push: async (...texts) => (await pushAll(...texts)).results,
    async remove() {
      await acceptor.settle();
      await store.close();
      await place.remove();
    },
  };
}

export function describeWard(slug: string, key: Speaker): Draft {
  const body = {
    name: "Phường Thử",
    kind: "phuong",
    province: "",
    keys: { sign: key.key, seal: key.key },
    areas: [],
  };
  return { type: "ward.described", sub: slug, body };
}

export function enrolment(
  speaker: Speaker,
  role: string,
  areas: readonly string[],
  household?: string,
): Draft {
  const body = { key: speaker.key, role, areas, person: speaker.person, invite: speaker.kid };
  return { type: "device.enrolled", sub: speaker.kid, body, personal: { deviceName: "Máy thử", household } };
}

export function registration(household: string, area: string, number: number, head: string): Draft {
  const personal = { number, head, address: `${number} Lê Lợi` };
  return { type: "household.registered", sub: household, body: { area, members: 3 }, personal };
}

export function absence(household: string, note?: string): Draft {
  return { type: "visit.logged", sub: household, body: { outcome: "absent" }, personal: { note } };
}

export function consent(household: string): Draft & { readonly jti: string } {
  const body = { purposes: ["record"], version: 1, at: 1795430000 };
  return { jti: newId(), type: "consent.given", sub: household, body, personal: { by: "Người Thử" } };
}

export function pledge(
  household: string,
  consentId: string,
  strokes: string | undefined = "M1 1l9 9",
): Draft {
  const body = {
    campaign: "2026",
    edition: 4,
    agreed: ["flag"],
    declined: [],
    medium: "screen",
    consent: consentId,
  };
  return {
    type: "pledge.signed",
    sub: household,
    body,
    personal: { signer: "Người Thử", relation: "head", strokes },
  };
}
