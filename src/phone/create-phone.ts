import { ok, err } from "../domain/result.ts";
import { sentText } from "../domain/signed/plain-form.ts";
import type { FetchedActs, Told } from "./acts/fetched-acts.ts";
import type { Phone } from "./api/phone.ts";
import { rebuildOld } from "./append/rebuild.ts";
import type { Badge } from "./browser/badge.ts";
import type { BrowserStorage, StorageWatch } from "./browser/storage.ts";
import { watchUpdates, type Registrar } from "./browser/updates.ts";
import { fetchedQuestion } from "./call/asked.ts";
import { keepDraft, watchDraft } from "./drafts/drafts.ts";
import { createExchange } from "./exchange/exchange.ts";
import { loadPublicPage } from "./exchange/public-page.ts";
import { startSchedule, type PageEvents, type Schedule } from "./exchange/schedule.ts";
import { watchPhoto } from "./log/photos.ts";
import { readStatement } from "./log/records.ts";
import type { Counts } from "./queries/counts.ts";
import { watchHousehold } from "./queries/household-query.ts";
import { createRounds } from "./queries/round.ts";
import { watchRow } from "./queries/row-query.ts";
import {
  watchAmendments,
  watchHandbook,
  watchMeetings,
  watchObservations,
  watchWard,
} from "./queries/ward-queries.ts";
import { UNCHECKED } from "./receipt/unchecked.ts";
import { getReady, newId, say } from "./say/say.ts";
import { createScribe, type Speech } from "./say/scribe.ts";
import { createVoices } from "./say/voices.ts";
import type { Env } from "./store/env.ts";
import { fetchedLive, live } from "./store/live.ts";
import { watchMemberships } from "./store/memberships.ts";
import { open } from "./store/seal.ts";
import { watchSending } from "./store/sending.ts";
import { setSettings, watchSettings } from "./store/settings.ts";
import { createClock, type Clock } from "./time/clock.ts";
import { loadOnce } from "./time/load-once.ts";
import { whenThere } from "./time/when-there.ts";

/** What a phone in a page takes from outside. */
export interface PageEnv extends Env {
  readonly page: PageEvents;
  readonly storage: BrowserStorage;
  readonly registrar: Registrar | null;
  /** The count on the app's icon; null where the phone shows none. */
  readonly badge: Badge | null;
  readonly reload: () => void;
}

/** A phone that also exchanges by itself, from `start` until it is stopped. */
export interface RunningPhone extends Phone {
  /** Returns how to stop. */
  readonly start: () => () => void;
}

/** Puts the phone together. Nothing is read, sent or scheduled before it is watched, told, or started. */
export function createPhone(env: PageEnv, clock: Clock = createClock(env.now)): RunningPhone {
  const { db } = env;
  db.now = env.now;
  const parts = { env, clock };
  const exchange = createExchange(parts);
  const voices = createVoices(db);
  const rounds = createRounds(db);
  const speech: Speech = { voices, scribe: createScribe(parts), plans: new WeakMap(), rounds };
  // The office's own: no other phone has to fetch them.
  const fetchCounts = loadOnce<Counts>(async () => {
    const { createCounts } = await import("./queries/counts.ts");
    return createCounts(db, (act) => void env.timers.after(IDLE, act));
  });
  const held = fetchedQuestion(parts, async () => (await import("./queries/held.ts")).fetchHeld);
  const standings = fetchedQuestion(parts, async () => (await import("./acts/standings.ts")).fetchStandings);
  /** An act whose script is fetched when somebody first does it; `failed` is what it comes to where that cannot be. */
  function fetched<Name extends keyof FetchedActs>(
    name: Name,
    failed?: Awaited<ReturnType<FetchedActs[Name]>>,
  ): Told<FetchedActs[Name]> {
    const act = async (...args: readonly unknown[]) => {
      const fetching = import("./acts/fetched-acts.ts").then(({ fetchAct }) => fetchAct(name));
      const one = await fetching.catch((error: unknown) => (failed ? null : Promise.reject(error)));
      return one ? (one as (...all: readonly unknown[]) => unknown)(parts, ...args) : failed;
    };
    return act as Told<FetchedActs[Name]>;
  }
  /** What a PIN comes to that nothing is there to look at. */
  const unread = err({ why: "storage" as const, seconds: 0 });
  const fetchStorage = loadOnce<StorageWatch>(async () => {
    const { watchStorage } = await import("./browser/storage.ts");
    return watchStorage(db, env.storage, env.timers);
  });
  async function persist(): Promise<boolean> {
    return (await fetchStorage()).persist();
  }
  const updates = watchUpdates(env);
  let schedule: Schedule | null = null;

  /** Who reached the ward has coverage, whatever the browser believes. */
  const exchangeAndLook: typeof exchange = async (ward) => {
    const attempt = await exchange(ward);
    if (attempt.how === "done") updates.look();
    return attempt;
  };

  const act: Phone["act"] = {
    async say(ward, drafts, draft, photos) {
      const said = await say(parts, speech, ward, drafts, { draft, photos });
      if (said.ok) schedule?.nudge(ward);
      else
        fetchStorage().then(
          ({ lookForRoom }) => lookForRoom(),
          () => undefined,
        );
      return said;
    },
    getReady(ward, drafts) {
      // Whoever then says it hears why it cannot be.
      getReady(parts, speech, ward, drafts).catch(() => undefined);
    },
    retract: (ward, jti, place) =>
      act.say(ward, [{ type: "statement.retracted", sub: jti, in: place, body: { reason: "mistake" } }]),
    keepDraft: (key, value, kept) => keepDraft(db, key, value, kept),
    dropDraft: (key) => db.drafts.delete(key),
    async enrol(request) {
      const enrolled = await fetched("enrol", err("unreachable"))(request);
      if (enrolled.ok) {
        schedule?.nudge(request.ward);
        persist().catch(() => false);
      }
      return enrolled;
    },
    async exchange(ward) {
      await exchangeAndLook(ward);
    },
    // The office's own. Where it cannot be fetched the page is as new as its exchanges are.
    follow: (ward) =>
      whenThere(import("./exchange/follow.ts"), ({ followWard }) => followWard(parts, exchange, ward)),
    async loadHandbook(ward) {
      const membership = await db.memberships.get(ward);
      if (membership?.device && membership.revoked) {
        const loaded = await loadPublicPage(parts, ward);
        return loaded.ok ? loaded : err(loaded.error.error);
      }
      // Another tab that is at it brings it here, too.
      const attempt = await exchangeAndLook(ward);
      if (attempt.how === "failed") return err(attempt.error);
      // By it a receipt is checked where there is no coverage.
      env.timers.after(IDLE, () => {
        import("./receipt/roster.ts")
          .then(({ refreshRoster }) => refreshRoster(parts, ward))
          .catch(() => null);
      });
      return ok(null);
    },
    keepOpinion: fetched("keepOpinion"),
    giveOpinions: fetched("giveOpinions"),
    followOpinion: fetched("followOpinion"),
    dropOpinion: fetched("dropOpinion"),
    restoreOpinion: fetched("restoreOpinion"),
    fetchEditions: fetched("fetchEditions"),
    wardsHere: fetched("wardsHere", err("unreachable")),
    invite: fetched("invite", err("unreachable")),
    async signInvite(ward, household) {
      const { signInvite } = await import("./say/sign-invite.ts");
      return signInvite(parts, voices, ward, household);
    },
    invites: fetched("invites", err("unreachable")),
    async addAreas(ward, areas) {
      const added = await fetched("addAreas")(ward, areas);
      if (added.ok) await exchange(ward);
      return added;
    },
    fetchTotals: fetched("fetchTotals"),
    leave: fetched("leave", err("storage")),
    setPin: fetched("setPin", unread),
    tryPin: fetched("tryPin", unread),
    tryAddress: fetched("tryAddress"),
    leaving: fetched("leaving"),
    listed: fetched("listed"),
    fetchHeld: held.ask,
    fetchStandings: standings.ask,
    set: (settings) => setSettings(db, settings),
    async usedWard(ward) {
      await db.memberships.update(ward, { lastUsed: clock.seconds(ward) });
    },
    persist,
    takeUpdate: updates.take,
    fetchPhoto: fetched("fetchPhoto", err("unreachable")),
    fetchNamedPhoto: fetched("fetchNamedPhoto", err("unreachable")),
    async keepLook(drawn) {
      const { keepLook } = await import("./look/keep-look.ts");
      const known = drawn.of === "office" ? await fetchCounts() : rounds;
      await keepLook(db, known, drawn, Math.floor(env.now() / 1000));
    },
    parcelFile: fetched("parcelFile"),
    async carry(file) {
      const taken = await fetched("carry", err("storage"))(file);
      if (taken.ok) schedule?.nudge(taken.value.ward);
      return taken;
    },
    async statementText(ward, jti) {
      const row = await readStatement(db, ward, jti);
      return row ? sentText(open(row.sealed)) : null;
    },
  };

  /** Not in the way of the first screen. */
  function startBadge(badge: Badge): () => void {
    const { onVisible } = env.page;
    const following = {
      memberships: watchMemberships(db),
      round: rounds.watch,
      now: clock.seconds,
      onVisible,
    };
    let stop = env.timers.after(IDLE, () => {
      stop = whenThere(import("./browser/follow-due.ts"), ({ followDue }) => followDue(badge, following));
    });
    return () => stop();
  }

  return {
    newId: () => newId(parts),
    now: clock.seconds,
    watch: {
      memberships: () => watchMemberships(db),
      ward: (ward) => watchWard(db, ward),
      observations: (ward) => watchObservations(db, ward),
      meetings: (ward) => watchMeetings(db, ward),
      amendments: (ward) => watchAmendments(db, ward),
      handbook: (ward, area) => watchHandbook(db, ward, area),
      round: rounds.watch,
      counts: (ward) => fetchedLive(async () => (await fetchCounts()).watch(ward)),
      merged: rounds.watchMerged,
      household: (ward, id) => watchHousehold(db, ward, id),
      row: (ward, id) => watchRow(db, ward, id),
      matters: (ward) =>
        fetchedLive(async () => (await import("./queries/matters.ts")).watchMatters(db, ward)),
      outbox: (ward, most) =>
        fetchedLive(async () => (await import("./queries/outbox.ts")).watchOutbox(db, ward, most)),
      received: (ward) =>
        fetchedLive(async () => (await import("./queries/outbox.ts")).watchReceived(db, ward)),
      sending: (ward) => watchSending(db, env.now, ward),
      held: (ward) =>
        fetchedLive(async () => (await import("./queries/held.ts")).watchHeld(db, ward, held.live(ward))),
      standings: standings.live,
      draft: (key) => watchDraft(db, key),
      photo: (ward, jti) => watchPhoto(db, ward, jti),
      receipt: (text) =>
        fetchedLive(
          async () => (await import("./receipt/receipt-query.ts")).watchReceipt(parts, text),
          UNCHECKED,
        ),
      carried: (ward) => fetchedLive(async () => (await import("./acts/carry.ts")).watchCarried(db, ward)),
      storage: () => fetchedLive(async () => (await fetchStorage()).live),
      update: () => updates.live,
      settings: () => watchSettings(db),
    },
    act,
    start() {
      let wardsBefore: readonly string[] = [];
      const stopClock = live(() => db.memberships.toArray())((rows) => {
        const here = rows.map(({ ward }) => ward);
        // Left, in this tab or another: what is known of it in memory goes, too.
        if (wardsBefore.some((ward) => !here.includes(ward))) env.reload();
        wardsBefore = here;
        for (const { ward, clockOffset } of rows) clock.set(ward, clockOffset);
        voices.remember(rows);
      });
      const wards = async () => {
        const rows = await db.memberships.toArray();
        return rows.filter(({ device }) => device !== null).map(({ ward }) => ward);
      };
      // What cannot be computed anew now will be at the next start.
      void rebuildOld(db).catch(() => null);
      const looking = [env.page.onVisible(updates.look), env.page.onOnline(updates.look)];
      schedule = startSchedule({ env, exchange: exchangeAndLook, wards, page: env.page });
      const stopBadge = env.badge ? startBadge(env.badge) : () => undefined;
      return () => {
        stopBadge();
        stopClock();
        for (const stop of looking) stop();
        schedule?.stop();
        schedule = null;
      };
    },
  };
}

/** Milliseconds. */
const IDLE = 3_000;
