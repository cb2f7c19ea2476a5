import { verify as verifyBytes, type KeyObject } from "node:crypto";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { signatureDer } from "./signature-der.ts";

/** A compact JWS, whose form was checked before, and the key that is to have signed it. */
export interface Signed {
  readonly key: KeyObject;
  readonly jws: string;
}

/** What checks ES256 signatures beside the thread that asks. */
export interface Verifiers {
  /** Whether each is signed by its key, in order. */
  readonly verify: (signed: readonly Signed[]) => Promise<readonly boolean[]>;
  /** Ends the threads; the next signatures start new ones. */
  readonly rest: () => Promise<void>;
}

/** What somebody waits for: all answers of what was asked at once, each in its place. */
interface Asked {
  readonly answers: boolean[];
  missing: number;
  readonly tell: (answers: readonly boolean[]) => void;
  readonly fail: (reason: unknown) => void;
}

/** One signature of those, and its place. */
interface Wanted extends Signed {
  readonly asked: Asked;
  readonly at: number;
}

/** A thread, and what it was given and has not answered, in order. */
interface Thread {
  readonly worker: Worker;
  readonly given: (readonly Wanted[])[];
  /** The keys that it has, by the order in which they were sent. */
  readonly keys: Map<KeyObject, number>;
}

/**
 * Threads are started when first needed, one a core, and given what is asked for in one turn of the event loop, in
 * parcels: see docs/decisions/0030-signatures-in-threads.md. A thread that dies fails what it was given; another takes its
 * place. None keeps the process alive but while it works.
 */
export function createVerifiers(
  most: number = availableParallelism(),
  mostKeys: number = MOST_KEYS,
): Verifiers {
  const threads = new Set<Thread>();
  let wanted: Wanted[] = [];

  /** What makes a parcel goes at once, so that the threads are at work while this one still reads what else has come. */
  function add(one: Wanted): void {
    if (wanted.length === 0) setImmediate(flush);
    wanted.push(one);
    if (wanted.length >= PARCEL && threads.size >= most) give(take());
  }

  function take(): Wanted[] {
    const all = wanted;
    wanted = [];
    return all;
  }

  function flush(): void {
    const all = take();
    if (all.length < (threads.size > 0 ? FEWEST_RUNNING : FEWEST)) {
      for (const one of all) verifyAlone(one);
      return;
    }
    const parcel = Math.min(PARCEL, Math.max(FEWEST, Math.ceil(all.length / most)));
    for (let i = 0; i < all.length; i += parcel) give(all.slice(i, i + parcel));
  }

  function give(parcel: readonly Wanted[]): void {
    const idlest = [...threads].sort((one, other) => one.given.length - other.given.length)[0];
    const isFree = idlest?.given.length === 0 || threads.size >= most;
    const thread = idlest && isFree ? idlest : start();
    thread.given.push(parcel);
    thread.worker.ref();
    thread.worker.postMessage({ ...named(thread.keys, parcel, mostKeys), jws: parcel.map(({ jws }) => jws) });
  }

  function start(): Thread {
    const worker = new Worker(`(${checkParcels.toString()})(${signatureDer.toString()})`, { eval: true });
    const thread: Thread = { worker, given: [], keys: new Map() };
    threads.add(thread);
    worker.on("message", (answers: readonly boolean[]) => {
      thread.given.shift()?.forEach((one, at) => answer(one, answers[at] === true));
      if (thread.given.length === 0) worker.unref();
    });
    let reason: unknown = new Error("a verifying thread ended");
    worker.on("error", (error) => (reason = error));
    worker.on("exit", () => {
      threads.delete(thread);
      for (const { asked } of thread.given.flat()) asked.fail(reason);
    });
    return thread;
  }

  return {
    verify: (signed) =>
      new Promise((tell, fail) => {
        if (signed.length === 0) tell([]);
        const asked: Asked = { answers: [], missing: signed.length, tell, fail };
        for (const [at, { key, jws }] of signed.entries()) add({ key, jws, asked, at });
      }),
    async rest() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/** Signatures that go to a thread in one message. */
const PARCEL = 64;
/** Fewer than so many are not worth starting a thread, and fewer than so many not worth a message: Node's own pool takes them. */
const FEWEST = 8;
const FEWEST_RUNNING = 3;
/** Keys that a thread keeps. */
const MOST_KEYS = 10_000;

/** Who signed what of a parcel, by the numbers of their keys; and the keys that the thread has not got yet, since a key costs more to send than a statement. */
function named(keys: Map<KeyObject, number>, parcel: readonly Wanted[], mostKeys: number) {
  // A parcel more than that at most.
  const anew = keys.size >= mostKeys;
  if (anew) keys.clear();
  const fresh: KeyObject[] = [];
  const by = parcel.map(({ key }) => {
    const known = keys.get(key);
    if (known !== undefined) return known;
    fresh.push(key);
    keys.set(key, keys.size);
    return keys.size - 1;
  });
  return { anew, fresh, by };
}

function answer({ asked, at }: Wanted, fits: boolean): void {
  asked.answers[at] = fits;
  asked.missing -= 1;
  if (asked.missing === 0) asked.tell(asked.answers);
}

function verifyAlone(one: Wanted): void {
  const { key, jws, asked } = one;
  const end = jws.lastIndexOf(".");
  const [signed, signature] = [Buffer.from(jws.slice(0, end)), Buffer.from(jws.slice(end + 1), "base64url")];
  verifyBytes("sha256", signed, key, signatureDer(signature), (error, fits) => {
    if (error) asked.fail(error);
    else answer(one, fits);
  });
}

/** What runs in a thread. It travels as text, so that it is the same from its source, in tests and built; and so it names nothing outside itself. */
function checkParcels(toDer: typeof signatureDer): void {
  const { parentPort } = process.getBuiltinModule("node:worker_threads");
  const { verify } = process.getBuiltinModule("node:crypto");
  interface Parcel {
    readonly anew: boolean;
    readonly fresh: readonly KeyObject[];
    readonly by: readonly number[];
    readonly jws: readonly string[];
  }
  const keys: KeyObject[] = [];
  parentPort?.on("message", ({ anew, fresh, by, jws: texts }: Parcel) => {
    if (anew) keys.length = 0;
    keys.push(...fresh);
    const answers = texts.map((jws, at) => {
      const [key, end] = [keys[by[at] ?? -1], jws.lastIndexOf(".")];
      if (!key) return false;
      const [bytes, signature] = [jws.slice(0, end), Buffer.from(jws.slice(end + 1), "base64url")];
      return verify("sha256", Buffer.from(bytes, "latin1"), key, toDer(signature));
    });
    parentPort.postMessage(answers);
  });
}
