import { appendFileSync } from "node:fs";

import { createChance, type Chance } from "../../src/server/demo/chance.ts";

/** A proof by many trials: the seed that they come from, and what they came to. */
export interface Proof {
  readonly seed: number;
  readonly chance: Chance;
  /** Tells on one line what was done; under `npm run prove` it becomes a row of the table. */
  readonly report: (counts: Readonly<Record<string, number | string>>) => void;
}

const long = process.env["SO_TAY_LONG"] === "1";

/** How much is tried: `npm test` runs the short form, `npm run prove` the whole (SO_TAY_LONG=1). */
export function amount(short: number, whole: number): number {
  return long ? whole : short;
}

/** Begins a proof, and tells the seed first, so that one that hangs can be replayed as well: `SO_TAY_SEED` sets it. */
export function beginProof(name: string): Proof {
  const seed = Number(process.env["SO_TAY_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  const begun = performance.now();
  tell(`${name}: seed ${seed}`);
  return {
    seed,
    chance: createChance(seed),
    report(counts) {
      const seconds = (performance.now() - begun) / 1000;
      const words = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
      tell(`${name}: ${words.join(", ")} · seed ${seed} · ${seconds.toFixed(1)} s`);
      const table = process.env["SO_TAY_PROOFS"];
      if (table)
        appendFileSync(table, `${JSON.stringify({ name, counts: words.join(", "), seed, seconds })}\n`);
    },
  };
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
