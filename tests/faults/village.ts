import type { PageEnv } from "../../src/phone/create-phone.ts";
import { createRealWard, registration, type RealWard } from "../phone/real-ward.ts";
import { enrolled } from "../phone/test-phone.ts";
import { newId } from "../server/speaker.ts";
import { cloneStorage } from "./clone-storage.ts";
import { mortalPhone, type MortalPhone } from "./mortal-phone.ts";

/** What stands between one phone and the ward: passes a call on, spoils it, or swallows it. */
export type Line = (pass: () => Promise<Response>, isPush: boolean) => Promise<Response>;

/** One phone of the village, in somebody's hands. */
export interface Seat {
  readonly name: string;
  kid: string;
  life: MortalPhone;
  /** Milliseconds by which its own clock is off. */
  skew: number;
  line: Line;
}

/** A real ward and real phones, all of which may fail. */
export interface Village {
  readonly ward: RealWard;
  /** The first is the office's. */
  readonly seats: readonly Seat[];
  /** Three in kp1, one in kp2. */
  readonly homes: readonly string[];
  readonly enrol: (role: "office" | "volunteer", areas: readonly string[]) => Promise<Seat>;
  /** Copies a phone with all that it holds; both go on. */
  readonly clone: (seat: Seat) => Promise<Seat>;
  /** Sends and fetches; a phone that died of it is switched on again. */
  readonly exchange: (seat: Seat) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const clear: Line = (pass) => pass();

/** A ward of four households in two khu phố, with an office and a volunteer of each. */
export async function createVillage(): Promise<Village> {
  const ward = await createRealWard();
  const homes = [newId(), newId(), newId(), newId()];
  const areas = ["kp1/t01", "kp1/t01", "kp1/t02", "kp2/t06"];
  await ward.say(...homes.map((id, at) => registration(id, areas[at] ?? "kp1", at + 1, `Hộ ${at + 1}`)));
  const seats: Seat[] = [];

  function sit(name: string, factory?: IDBFactory): Seat {
    const hand: Pick<Seat, "skew" | "line"> = { skew: 0, line: clear };
    const env: Partial<PageEnv> = {
      now: () => ward.time + hand.skew,
      fetch: (url, init) => hand.line(() => ward.fetch(url, init), init.method === "POST"),
    };
    const seat: Seat = Object.assign(hand, { name, kid: "", life: mortalPhone(ward, env, factory) });
    seats.push(seat);
    return seat;
  }

  async function enrol(role: "office" | "volunteer", within: readonly string[]): Promise<Seat> {
    const seat = sit(`${role} ${seats.length}`);
    const { device } = await enrolled(ward, seat.life.phone, { role, areas: [...within] });
    seat.kid = device ?? "";
    return seat;
  }

  await enrol("office", []);
  await enrol("volunteer", ["kp1"]);
  await enrol("volunteer", ["kp2"]);
  return {
    ward,
    seats,
    homes,
    enrol,
    async clone({ name, kid, life, skew }) {
      const twin = sit(`twin of ${name}`, await cloneStorage(life.phone.db));
      return Object.assign(twin, { kid, skew });
    },
    async exchange(seat) {
      await seat.life.phone.act.exchange(ward.slug);
      if (seat.life.isDead()) seat.life = seat.life.revive();
    },
    remove: () => ward.remove(),
  };
}
