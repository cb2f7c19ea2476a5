import type { PageEnv } from "../../src/phone/create-phone.ts";
import type { PhoneDatabase } from "../../src/phone/store/database.ts";
import type { RealWard } from "../phone/real-ward.ts";
import { testPhone, type TestPhone } from "../phone/test-phone.ts";

/** A phone that may die between any two commits of its database, and between an answer and what it makes of it. */
export interface MortalPhone {
  readonly phone: TestPhone;
  /** Dies at the given moment from now, 1 for the next: a moment is a commit, or an answer that has come. */
  readonly dieAt: (moment: number) => void;
  readonly isDead: () => boolean;
  /** Switches it on again, with what its storage has. */
  readonly revive: () => MortalPhone;
}

/** Takes a phone out of its box, or one that has run on this storage before. */
export function mortalPhone(
  ward: Pick<RealWard, "fetch" | "time">,
  over: Partial<PageEnv> = {},
  factory?: IDBFactory,
): MortalPhone {
  const life = { left: Infinity };
  const pass = over.fetch ?? ((url: string, init: RequestInit) => ward.fetch(url, init));
  const phone = testPhone(
    ward,
    {
      ...over,
      async fetch(url, init) {
        mustLive();
        const answer = await pass(url, init);
        mustLive();
        spend();
        mustLive();
        return answer;
      },
    },
    factory,
  );
  // What comes goes into packs and out of them, however little there is.
  phone.db.packFrom = 2;
  watchCommits(phone.db, mustLive, spend);

  function spend(): boolean {
    life.left -= 1;
    return life.left <= 0;
  }

  function mustLive(): void {
    if (life.left <= 0) throw new TypeError("the phone is dead");
  }

  return {
    phone,
    dieAt(moment) {
      life.left = moment;
    },
    isDead: () => life.left <= 0,
    revive() {
      life.left = 0;
      phone.db.close();
      return mortalPhone(ward, over, phone.factory);
    },
  };
}

/** Whatever has not been committed when the phone dies never is. */
function watchCommits(db: PhoneDatabase, mustLive: () => void, spend: () => boolean): void {
  const open = new Set<IDBTransaction>();
  db.use({
    stack: "dbcore",
    name: "mortal",
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        mustLive();
        const made = core.transaction(stores, mode, options);
        // Dexie's own word for it hides what it is.
        const transaction = made as unknown as IDBTransaction;
        if (mode === "readonly") return made;
        open.add(transaction);
        transaction.addEventListener("complete", () => {
          open.delete(transaction);
          if (spend()) for (const other of open) abort(other);
        });
        transaction.addEventListener("abort", () => open.delete(transaction));
        return made;
      },
    }),
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has just ended by itself.
  }
}
