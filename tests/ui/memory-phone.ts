import { encodeBase64url, encodeText } from "../../src/domain/base64url.ts";
import { isHouseholdId, isWithin, uuidV7 } from "../../src/domain/ids.ts";
import { withAreas } from "../../src/domain/import/import-drafts.ts";
import type { Signer } from "../../src/domain/jws.ts";
import { findKind } from "../../src/domain/kinds/all.ts";
import { CODE_BYTES, makeOpinionCode, readOpinionCode } from "../../src/domain/matters/opinion-code.ts";
import { err, ok } from "../../src/domain/result.ts";
import { timeShown, type Entry } from "../../src/domain/said.ts";
import { placeOf } from "../../src/domain/signed/place.ts";
import { peekInvite } from "../../src/domain/signed/signed-invite.ts";
import { formatStatement, makeStatement, personalOf, type Draft } from "../../src/domain/statement.ts";
import { totalsByArea, totalsOf } from "../../src/domain/ward/totals.ts";
import { countOf } from "../../src/phone/views/count-of.ts";
import { ownOpinionsKey, readOwnOpinions } from "../../src/phone/api/own-opinions.ts";
import type {
  Asked,
  CallError,
  DeviceStanding,
  HeldLine,
  Live,
  Membership,
  Phone,
  Photo,
  ReceiptCheck,
  SayError,
  Sending,
  Settings,
  StorageState,
} from "../../src/phone/api/phone.ts";
import { editionsKey } from "../../src/phone/drafts/kept-editions.ts";
import { totalsKey } from "../../src/phone/drafts/kept-totals.ts";
import { formatParcelFile, readParcelFile } from "../../src/wire/parcel-file.ts";
import { memoryViews, type Views } from "./memory-views.ts";

/** A phone that keeps everything in memory, over the real statements and the real fold. */
export interface MemoryPhone extends Phone {
  readonly ward: string;
  /** What the ward's log takes from another device, at a time in seconds. Returns the ids. */
  readonly wardSays: (
    by: Speaker,
    drafts: readonly Draft[],
    at?: number,
    receivedAt?: number,
  ) => Promise<readonly string[]>;
  /** Enrols somebody else's device by the ward key. */
  readonly addSpeaker: (person: NewSpeaker) => Promise<Speaker>;
  /** The ward's office, which is the ward key. */
  readonly office: Speaker;
  /** What another device has said waits at the ward, for this reason. Returns the id. */
  readonly wardHolds: (by: Speaker, draft: Draft, reason: string, at?: number) => Promise<string>;
  /** A photo that has come to the ward; returns its name. */
  readonly wardKeepsPhoto: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  readonly setStandings: (standings: readonly DeviceStanding[]) => void;
  /** Takes what waits into the log; what the office has decided is held no more. */
  readonly deliver: () => void;
  /** The ward has a photo of this phone in a backup: it is not here any more. */
  readonly movePhoto: (jti: string) => void;
  readonly setSending: (sending: Partial<Sending>) => void;
  readonly setStorage: (storage: Partial<StorageState>) => void;
  readonly setUpdate: (waits: boolean) => void;
  /** What a receipt is found to be from now on, by its text; null while it is being read. */
  readonly setReceipt: (check: (text: string) => ReceiptCheck | null) => void;
  /** What `say` and `keepDraft` answer from now on; null for the truth. */
  readonly failSaying: (error: SayError | null) => void;
  /** What calls to the ward answer from now on. */
  readonly failCalls: (error: CallError | null) => void;
  readonly setMemberships: (memberships: readonly Membership[]) => void;
  /** Everything kept, in order. */
  readonly entries: () => readonly Entry[];
  readonly drafts: () => ReadonlyMap<string, unknown>;
  readonly setNow: (seconds: number) => void;
}

/** As a database would keep it: a test that reads right after a tap reads too early every time, not now and then. */
function aWhile(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}

export interface Speaker {
  readonly kid: string;
  readonly person: string;
  readonly signer: Signer;
  n: number;
}

export interface NewSpeaker {
  readonly personName: string;
  readonly deviceName?: string;
  readonly role?: "office" | "volunteer" | "household" | "viewer";
  readonly areas: readonly string[];
}

interface Options {
  readonly ward: string;
  /** The `body` of its `ward.described`, without keys. */
  readonly described: Readonly<Record<string, unknown>>;
  /** Whose phone this is; null for a reader. */
  readonly self: NewSpeaker | null;
  /** Seconds. */
  readonly now: number;
}

/** Makes the phone, its ward, and the device that it is. */
export async function memoryPhone({ ward, described, self, now: start }: Options): Promise<MemoryPhone> {
  let now = start;
  let fails: SayError | null = null;
  let callFails: CallError | null = null;
  let sending: Sending = {
    unsent: 0,
    reached: true,
    whole: true,
    busy: null,
    lastSuccess: start,
    problem: null,
    clockOffset: 0,
  };
  let storage: StorageState = { persisted: true, used: 20e6, quota: 2e9, nearlyFull: false };
  let update = false;
  let receipt: (text: string) => ReceiptCheck | null = () => null;
  let settings: Settings = { language: "vi", textSize: 1, theme: "auto", locked: false };
  let pin: string | null = null;
  let seq = 0;
  let memberships: readonly Membership[] = [];
  const entries: Entry[] = [];
  let held: readonly HeldLine[] = [];
  let askedHeld: Asked<readonly HeldLine[]> = { value: null, at: null, problem: null };
  let standings: readonly DeviceStanding[] = [];
  let askedStandings: Asked<readonly DeviceStanding[]> = { value: null, at: null, problem: null };
  const drafts = new Map<string, unknown>();
  let carried = { count: 0, size: 0 };
  const photos = new Map<string, Uint8Array<ArrayBuffer>>();
  const atTheWard = new Map<string, Uint8Array<ArrayBuffer>>();
  const photosByName = new Map<string, Uint8Array<ArrayBuffer>>();
  const listeners = new Set<() => void>();
  const views: Views = memoryViews(ward, entries);

  async function make(by: Speaker, draft: Draft, at: number) {
    const statement = await makeStatement(draft, {
      jti: draft.jti ?? newId(),
      n: ++by.n,
      iat: at,
      ward,
      signer: by.signer,
      random: randomBytes,
      sha256,
    });
    const wrong = findKind(draft.type, draft.v ?? 1)?.check(statement);
    if (wrong) throw new Error(`${draft.type}: ${wrong} ${JSON.stringify(draft)}`);
    return statement;
  }

  function changed(): void {
    views.forget();
    for (const listener of listeners) listener();
  }

  function live<T>(read: () => T): Live<T> {
    return (listener) => {
      const tell = () => listener(read());
      listeners.add(tell);
      // As a database would: never in the same breath.
      queueMicrotask(() => listeners.has(tell) && tell());
      return () => listeners.delete(tell);
    };
  }

  async function wardSays(by: Speaker, said: readonly Draft[], at = now, receivedAt = at) {
    const ids: string[] = [];
    for (const draft of said) {
      const statement = await make(by, draft, at);
      entries.push({ seq: ++seq, at: receivedAt * 1000, standing: "log", statement });
      ids.push(statement.claims.jti);
    }
    changed();
    return ids;
  }

  async function addSpeaker({ personName, deviceName, role = "volunteer", areas }: NewSpeaker) {
    const { signer, jwk } = await newKey();
    const speaker: Speaker = { kid: signer.kid, person: newId(), signer, n: 0 };
    const invite = await digestOf(signer.kid);
    await wardSays(office, [
      {
        type: "device.enrolled",
        sub: signer.kid,
        body: { key: jwk, role, areas, person: speaker.person, invite },
        // The phone of a household belongs to nobody by name.
        personal: { deviceName: deviceName ?? `Máy của ${personName}`, personName: personName || undefined },
      },
    ]);
    return speaker;
  }

  function answer<T>(value: T, before: Asked<T>): Asked<T> {
    return callFails ? { ...before, problem: callFails } : { value, at: now, problem: null };
  }

  /** As the phone marks what it knows to be decided. */
  function marked(): Asked<readonly HeldLine[]> {
    const decisions = entries.filter(({ statement }) => statement.claims.type === "statement.decided");
    const decisionOf = ({ jti }: HeldLine) =>
      decisions.findLast(({ statement }) => statement.claims.sub === jti)?.statement.claims.body["decision"];
    const value = askedHeld.value?.map((line): HeldLine => {
      const decision = decisionOf(line);
      return decision === "accept" || decision === "refuse" ? { ...line, decided: decision } : line;
    });
    return { ...askedHeld, value: value ?? null };
  }

  const first = await newKey();
  const seal = await newKey();
  const office: Speaker = { kid: first.signer.kid, person: newId(), signer: first.signer, n: 0 };
  const keys = { sign: first.jwk, seal: seal.jwk };
  await wardSays(office, [{ type: "ward.described", sub: ward, body: { ...described, keys } }]);
  const own = self ? await addSpeaker(self) : null;
  const name = views.ward()?.name ?? ward;
  const role = self ? (self.role ?? "volunteer") : "reader";
  memberships = [{ ward, name, device: own?.kid ?? null, role, areas: self?.areas ?? [], revoked: false }];

  async function say(
    _ward: string,
    said: readonly Draft[],
    draftKey?: string,
    withPhotos: readonly Photo[] = [],
  ) {
    if (fails) return err(fails);
    if (!own) return err("not-enrolled" as const);
    const ids: string[] = [];
    const made: Entry[] = [];
    for (const draft of said) {
      if (entries.some((entry) => entry.statement.claims.jti === draft.jti)) continue;
      const photo = withPhotos.find(({ of }) => of === draft.jti);
      const named = photo && { ...draft.personal, photo: encodeBase64url(await sha256(photo.bytes)) };
      const statement = await make(own, named ? { ...draft, personal: named } : draft, now);
      if (photo) photos.set(statement.claims.jti, photo.bytes);
      made.push({ seq: null, at: null, standing: "unsent", statement });
      ids.push(statement.claims.jti);
    }
    await aWhile();
    entries.push(...made);
    if (draftKey !== undefined) drafts.delete(draftKey);
    changed();
    return ok(ids);
  }

  return {
    ward,
    office,
    newId,
    now: () => now,
    wardSays,
    addSpeaker,
    entries: () => entries,
    drafts: () => drafts,
    setNow: (seconds) => (now = seconds),
    failSaying: (error) => (fails = error),
    failCalls: (error) => (callFails = error),
    async wardHolds(by, draft, reason, at = now) {
      const statement = await make(by, draft, at);
      const { jti, type, v, sub, body, iat } = statement.claims;
      const place = placeOf(statement);
      const said = { jti, kid: by.kid, type, sub, body, personal: personalOf(statement), reason };
      const line = { ...said, ...timeShown(iat, now * 1000) };
      const household = isHouseholdId(place) ? place : null;
      const known = findKind(type, v) !== undefined;
      const rest = { known, household, place: place || ward, receivedAt: now, missing: 0, decided: null };
      held = [...held, { ...line, ...rest }];
      changed();
      return jti;
    },
    async wardKeepsPhoto(bytes) {
      const digest = encodeBase64url(await sha256(bytes));
      photosByName.set(digest, bytes);
      return digest;
    },
    setStandings(next) {
      standings = next;
      changed();
    },
    deliver() {
      const decided = new Set(
        entries
          .filter(({ statement }) => statement.claims.type === "statement.decided")
          .map(({ statement }) => statement.claims.sub),
      );
      held = held.filter(({ jti }) => !decided.has(jti));
      entries.forEach((entry, index) => {
        if (entry.standing === "unsent")
          entries[index] = { ...entry, seq: ++seq, at: now * 1000, standing: "log" };
      });
      sending = { ...sending, reached: true, lastSuccess: now };
      changed();
    },
    movePhoto(jti) {
      const bytes = photos.get(jti);
      if (bytes) atTheWard.set(jti, bytes);
      photos.delete(jti);
      changed();
    },
    setSending(next) {
      sending = { ...sending, ...next };
      changed();
    },
    setStorage(next) {
      storage = { ...storage, ...next };
      changed();
    },
    setUpdate(waits) {
      update = waits;
      changed();
    },
    setReceipt(check) {
      receipt = check;
      changed();
    },
    setMemberships(next) {
      memberships = next;
      changed();
    },
    watch: {
      memberships: () => live(() => memberships),
      ward: () => live(() => views.wardView()),
      observations: () => live(() => views.ward().observations),
      meetings: () => live(() => views.ward().meetings),
      amendments: () => live(() => views.ward().amendments),
      handbook: (_ward, area) => live(() => views.handbook(area, start)),
      round: () => live(() => views.round((area) => inSight(memberships[0], area))),
      counts: () =>
        live(() => views.round((area) => inSight(memberships[0], area)).flatMap((row) => countOf(row) ?? [])),
      merged: () => live(() => views.merged()),
      household: (_ward, id) => live(() => views.household(id)),
      row: (_ward, id) => live(() => views.row(id)),
      matters: () => live(() => views.matters()),
      outbox: () => live(() => views.outbox(own?.kid ?? "")),
      received: () =>
        live(() => views.outbox(own?.kid ?? "").filter(({ standing }) => standing === "received").length),
      sending: () => live(() => ({ ...sending, unsent: views.unsent() })),
      held: () => live(marked),
      standings: () => live(() => askedStandings),
      draft: (key) => live(() => drafts.get(key) ?? null),
      photo: (_ward, jti) => live(() => photos.get(jti) ?? null),
      receipt: (text) => (listener) => {
        const tell = () => {
          const check = receipt(text);
          if (check) listener(check);
        };
        listeners.add(tell);
        queueMicrotask(() => listeners.has(tell) && tell());
        return () => listeners.delete(tell);
      },
      carried: () => live(() => carried),
      storage: () => live(() => storage),
      update: () => live(() => update),
      settings: () => live(() => settings),
    },
    act: {
      say,
      getReady: () => undefined,
      retract: (slug, jti, place) =>
        say(slug, [{ type: "statement.retracted", sub: jti, in: place, body: { reason: "mistake" } }]),
      async keepDraft(key, value, kept) {
        if (fails === "full") return err("full");
        if (kept && !drafts.has(key)) return err("gone");
        drafts.set(key, structuredClone(value));
        changed();
        return ok(null);
      },
      async dropDraft(key) {
        drafts.delete(key);
        changed();
      },
      async enrol({ ward: slug, code, deviceName, personName }) {
        if (callFails) return err(callFails);
        if (peekInvite(code)) {
          const { kid } = await addSpeaker({ personName: "", deviceName, role: "household", areas: [] });
          const home: Membership = {
            ward: slug,
            name,
            device: kid,
            role: "household",
            areas: [],
            revoked: false,
          };
          memberships = [home];
          changed();
          return ok(home);
        }
        const speaker = await addSpeaker({ personName: personName ?? "", deviceName, areas: ["kp2"] });
        const membership: Membership = {
          ward: slug,
          name,
          device: speaker.kid,
          role: "volunteer",
          areas: ["kp2"],
          revoked: false,
        };
        memberships = [membership];
        changed();
        return ok(membership);
      },
      exchange: async () => {},
      follow: () => () => {},
      loadHandbook: async () => (callFails ? err(callFails) : ok(null)),
      async keepOpinion(slug, opinion) {
        if (fails === "full") return err("full");
        const code = makeOpinionCode(now * 1000, randomBytes(CODE_BYTES));
        const kept = { ...opinion, code, at: now, state: "kept" };
        drafts.set(ownOpinionsKey(slug), [...readOwnOpinions(drafts.get(ownOpinionsKey(slug))), kept]);
        changed();
        return ok(code);
      },
      async giveOpinions(slug) {
        if (callFails) return;
        const given = readOwnOpinions(drafts.get(ownOpinionsKey(slug)));
        if (given.every(({ state }) => state !== "kept")) return;
        drafts.set(
          ownOpinionsKey(slug),
          given.map((one) => (one.state === "kept" ? { ...one, state: "held" } : one)),
        );
        changed();
      },
      async followOpinion(slug, typed) {
        const code = readOpinionCode(typed);
        if (code === null) return false;
        const known = { area: "", article: undefined, text: "", by: undefined, consent: "", at: now };
        const given = readOwnOpinions(drafts.get(ownOpinionsKey(slug)));
        drafts.set(ownOpinionsKey(slug), [...given, { ...known, code, state: "unknown" }]);
        changed();
        return true;
      },
      async dropOpinion(slug, code) {
        const given = readOwnOpinions(drafts.get(ownOpinionsKey(slug)));
        const left = given.filter((one) => one.code !== code);
        if (left.length > 0) drafts.set(ownOpinionsKey(slug), left);
        else drafts.delete(ownOpinionsKey(slug));
        changed();
      },
      async restoreOpinion(slug, opinion) {
        drafts.set(ownOpinionsKey(slug), [...readOwnOpinions(drafts.get(ownOpinionsKey(slug))), opinion]);
        changed();
      },
      async fetchEditions(slug) {
        if (callFails) return err(callFails);
        drafts.set(editionsKey(slug), structuredClone(views.ward().covenants));
        changed();
        return ok(null);
      },
      tryAddress: async () => (callFails ? { is: "silent" } : { is: "right", moved: null }),
      wardsHere: async () =>
        callFails
          ? err(callFails)
          : ok([{ ward, name, demo: views.ward().demo, areas: views.areasWithBooks() }]),
      async invite(slug) {
        if (callFails) return err(callFails);
        const code = encodeBase64url(randomBytes(16));
        return ok({ code, url: `https://so-tay.example/vao#${slug}.${code}`, expiresAt: now + 72 * 3600 });
      },
      async signInvite(slug, household) {
        if (fails) return err(fails);
        const jti = newId();
        const payload = { aud: slug, jti, role: "household", household, exp: now + 10 * 86_400 };
        const code = `${encodeText("{}")}.${encodeText(JSON.stringify(payload))}.${"A".repeat(86)}`;
        const link = { jti, code, at: now, exp: payload.exp };
        drafts.set(`link/${slug}/${household}`, link);
        changed();
        return ok(link);
      },
      async addAreas(slug, areas) {
        if (callFails) return err(callFails);
        const facts = views.ward();
        const body = { ...described, keys: facts.keys, areas: withAreas(facts.areas, areas) };
        await wardSays(office, [{ type: "ward.described", sub: slug, body }]);
        return ok(null);
      },
      async fetchTotals(slug) {
        if (callFails) return err(callFails);
        const counted = views.round(() => true);
        const areas = totalsByArea(counted).map(({ parts, ...one }) => ({
          ...one,
          parts: parts.map(({ area, totals }) => ({ area, totals })),
        }));
        drafts.set(totalsKey(slug), { at: now, campaign: null, whole: totalsOf(counted), areas });
        changed();
        return ok(null);
      },
      listed: async () => views.listed(),
      async fetchHeld() {
        askedHeld = answer(held, askedHeld);
        changed();
      },
      async fetchStandings() {
        askedStandings = answer(standings, askedStandings);
        changed();
      },
      invites: async () => (callFails ? err(callFails) : ok([])),
      async set(next) {
        settings = { ...settings, ...next };
        changed();
      },
      async usedWard() {},
      async persist() {
        storage = { ...storage, persisted: true };
        changed();
        return true;
      },
      async keepLook() {},
      async takeUpdate() {
        update = false;
        changed();
      },
      async fetchNamedPhoto(_ward, digest) {
        if (callFails) return err(callFails);
        const bytes = photosByName.get(digest);
        return bytes ? ok(bytes) : err("not-found");
      },
      async fetchPhoto(_ward, jti) {
        if (callFails) return err(callFails);
        const bytes = atTheWard.get(jti);
        return bytes ? ok(bytes) : err("not-found");
      },
      async leaving(slug) {
        const kept = [...drafts.keys()].filter((key) => key.split("/")[1] === slug);
        return {
          unsent: sending.unsent,
          photos: sending.photos ?? 0,
          rejected: 0,
          unsaved: 0,
          drafts: kept.length,
        };
      },
      async tryPin(tried) {
        return pin === null || tried === pin ? ok(null) : err({ why: "wrong", seconds: 0 });
      },
      async setPin(fresh, former) {
        if (pin !== null && former !== pin) return err({ why: "wrong", seconds: 0 });
        pin = fresh;
        settings = { ...settings, locked: pin !== null };
        changed();
        return ok(null);
      },
      async leave() {
        if (fails) return err("storage");
        memberships = [];
        changed();
        return ok(null);
      },
      async parcelFile(slug) {
        const text = formatParcelFile(slug, ["a..b.c.d"]);
        return entries.some(({ standing }) => standing === "unsent")
          ? ok({ name: "so-gui-2026-11-23-1830.stq", text, left: 0 })
          : err("nothing");
      },
      async carry(file) {
        const read = readParcelFile(await file.text());
        if (!read.ok) return read;
        const { ward: slug, parcels, count } = read.value;
        if (slug !== ward) return err("another-ward");
        if (parcels.length === 0) return err("damaged");
        carried = { count: parcels.length, size: 1200 * parcels.length };
        changed();
        return ok({ ...carried, ward, missing: count - parcels.length });
      },
      async statementText(_ward, jti) {
        const statement = entries.find((entry) => entry.statement.claims.jti === jti)?.statement;
        return statement ? formatStatement(statement.jws, statement.disclosures) : null;
      },
    },
  };
}

/** A UUIDv7 of now. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}

function inSight(membership: Membership | undefined, area: string): boolean {
  return membership?.role === "office" || (membership?.areas ?? []).some((own) => isWithin(area, own));
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

async function digestOf(text: string): Promise<string> {
  return encodeBase64url(await sha256(new TextEncoder().encode(text)));
}

async function newKey() {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const { kty = "", crv = "", x = "", y = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const jwk = { kty, crv, x, y };
  const signer: Signer = {
    // RFC 7638: the members in lexical order.
    kid: await digestOf(JSON.stringify({ crv, kty, x, y })),
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes)),
  };
  return { signer, jwk };
}

/** The same phone, and what it is asked to invite. */
export function watchInvites(phone: MemoryPhone): { watched: MemoryPhone; requests: unknown[] } {
  const requests: unknown[] = [];
  const invite: MemoryPhone["act"]["invite"] = (ward, request) => {
    requests.push(request);
    return phone.act.invite(ward, request);
  };
  return { watched: { ...phone, act: { ...phone.act, invite } }, requests };
}
