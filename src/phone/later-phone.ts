import { uuidV7 } from "../domain/ids.ts";
import { err } from "../domain/result.ts";
import type { Acts, Live, Watch } from "./api/phone.ts";
import type { Given } from "./browser-env.ts";
import type { RunningPhone } from "./create-phone.ts";
import type { Ahead } from "./look/form-ahead.ts";
import { createClock, type Clock } from "./time/clock.ts";
import { whenThere } from "./time/when-there.ts";

/**
 * A phone whose script comes later: what was read ahead it tells at once, and the rest, and every change, when the phone is
 * there. That is fetched as it is started, or as soon as somebody acts or asks for more. While it cannot be, a new attempt
 * to act is a new attempt to fetch it.
 */
export function laterPhone(
  given: Given,
  { answers, clockOffsets }: Ahead,
  fetchPhone: (clock: Clock) => Promise<RunningPhone>,
): RunningPhone {
  const clock = createClock(given.now);
  for (const [ward, offset] of clockOffsets) clock.set(ward, offset);
  const known = new Map(answers.map(({ name, args, value }) => [keyOf(name, args), { value }]));
  let fetched: RunningPhone | null = null;
  let fetching: Promise<RunningPhone> | null = null;
  let whenFetched = (_phone: RunningPhone): void => undefined;
  const there = new Promise<RunningPhone>((resolve) => (whenFetched = resolve));

  function fetch(): Promise<RunningPhone> {
    fetching ??= fetchPhone(clock).then(
      (phone) => {
        fetched = phone;
        whenFetched(phone);
        return phone;
      },
      (error: unknown) => {
        fetching = null;
        throw error;
      },
    );
    return fetching;
  }

  function fetchQuietly(): void {
    fetch().catch(() => undefined);
  }

  /** Until it is there; returns how to stop. */
  function fetchUntilThere(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = () => void fetch().catch(() => (timer = setTimeout(attempt, PAUSE)));
    attempt();
    return () => clearTimeout(timer);
  }

  function watch(name: keyof Watch, args: readonly string[]): Live<unknown> {
    const ask = (phone: RunningPhone) =>
      (phone.watch[name] as (...args: readonly string[]) => Live<unknown>)(...args);
    if (fetched) return ask(fetched);
    const ahead = known.get(keyOf(name, args));
    return (listener) => {
      // What is the same is not drawn again.
      let told = ahead && JSON.stringify(ahead.value);
      if (ahead) listener(ahead.value);
      else fetchQuietly();
      return whenThere(there, (phone) =>
        ask(phone)((value) => {
          const isSame = told !== undefined && JSON.stringify(value) === told;
          told = undefined;
          if (!isSame) listener(value);
        }),
      );
    };
  }

  async function act(name: keyof Acts, args: readonly unknown[]): Promise<unknown> {
    const phone =
      fetched ?? (await fetch().catch((error: unknown) => (name in FAILED ? null : Promise.reject(error))));
    return phone ? (phone.act[name] as (...args: readonly unknown[]) => unknown)(...args) : FAILED[name];
  }

  return {
    newId: () => uuidV7(given.now(), given.random(10)),
    now: clock.seconds,
    watch: named(
      QUERIES,
      (name) =>
        (...args: readonly string[]) =>
          watch(name, args),
    ) as unknown as Watch,
    act: {
      ...(named(
        ACTS,
        (name) =>
          (...args: readonly unknown[]) =>
            act(name, args),
      ) as unknown as Acts),
      follow: (ward) => whenThere(there, (phone) => phone.act.follow(ward)),
    },
    start() {
      const stopFetching = fetchUntilThere();
      const stop = whenThere(there, (phone) => phone.start());
      return () => {
        stopFetching();
        stop();
      };
    },
  };
}

/** Milliseconds between two attempts. */
const PAUSE = 5_000;

/** What an act answers whose script cannot be fetched; the others fail. */
const FAILED: Partial<Record<keyof Acts, unknown>> = {
  say: err("storage"),
  retract: err("storage"),
  signInvite: err("storage"),
  // In the words for a browser that keeps nothing: so it is until then.
  keepDraft: err("full"),
  getReady: undefined,
};

function keyOf(name: keyof Watch, args: readonly unknown[]): string {
  return JSON.stringify([name, ...args]);
}

function named<Name extends string, T>(names: Record<Name, true>, make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(
    (Object.keys(names) as Name[]).map((name) => [name, make(name)] as const),
  ) as Record<Name, T>;
}

const QUERIES: Record<keyof Watch, true> = {
  meetings: true,
  memberships: true,
  ward: true,
  observations: true,
  amendments: true,
  handbook: true,
  round: true,
  counts: true,
  merged: true,
  household: true,
  row: true,
  matters: true,
  outbox: true,
  received: true,
  sending: true,
  held: true,
  standings: true,
  draft: true,
  photo: true,
  receipt: true,
  carried: true,
  storage: true,
  update: true,
  settings: true,
};

const ACTS: Record<keyof Acts, true> = {
  fetchTotals: true,
  say: true,
  getReady: true,
  retract: true,
  keepDraft: true,
  dropDraft: true,
  enrol: true,
  exchange: true,
  follow: true,
  loadHandbook: true,
  keepOpinion: true,
  giveOpinions: true,
  followOpinion: true,
  dropOpinion: true,
  restoreOpinion: true,
  fetchEditions: true,
  wardsHere: true,
  invite: true,
  signInvite: true,
  invites: true,
  fetchHeld: true,
  fetchStandings: true,
  set: true,
  usedWard: true,
  persist: true,
  takeUpdate: true,
  fetchPhoto: true,
  fetchNamedPhoto: true,
  keepLook: true,
  parcelFile: true,
  carry: true,
  statementText: true,
  addAreas: true,
  leave: true,
  leaving: true,
  setPin: true,
  tryPin: true,
  tryAddress: true,
  listed: true,
};
