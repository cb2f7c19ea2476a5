import fc from "fast-check";

const long = process.env["SO_TAY_LONG"] === "1";
const seed = Number(process.env["SO_TAY_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** How often a property is tried, and from which seed; `SO_TAY_SEED` tries the same again. */
export const RUNS = { seed, numRuns: long ? 2000 : 100 };

// fast-check names the seed of what failed; this one also tells what held.
process.stdout.write(`seed ${seed}, ${RUNS.numRuns} runs a property\n`);

/** Any order of some things. */
export function shuffled<Thing>(things: readonly Thing[]): fc.Arbitrary<Thing[]> {
  return fc.shuffledSubarray([...things], { minLength: things.length });
}
