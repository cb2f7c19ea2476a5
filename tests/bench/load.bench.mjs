// The first load of an empty phone, and pushing from it, beside what else replicates records into a browser.
import { measureRounds, times } from "./lib/load-rounds.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";

export async function bench(given) {
  const all = await measureRounds(given, { rounds: 3, thin: false, others: ["plain", "tuned", "rx"] });
  const middle = (pick) => median(all.map(pick));
  const ours = middle(({ ours: { elapsed } }) => elapsed);
  const later = middle((one) => one.ours.later);
  const bytes = middle((one) => one.ours.bytes);
  const plainBytes = middle(({ plain }) => plain.bytes);
  const bare = middle((one) => one.ours.bare);
  const what = "first load of 5,000 statements with views";
  return [
    times(
      what,
      ours,
      "PouchDB",
      middle(({ plain }) => plain.elapsed),
      5,
    ),
    times(
      "…",
      ours,
      "PouchDB tuned (indexeddb, batches of 1,000)",
      middle(({ tuned }) => tuned.elapsed),
      2.5,
    ),
    times(
      "…",
      ours,
      "RxDB on Dexie, batches of 1,000",
      middle(({ rx }) => rx.elapsed),
      2.5,
    ),
    {
      what: "… bytes",
      measured: kilobytes(bytes),
      yardstick: `PouchDB ${kilobytes(plainBytes)}`,
      atMost: `half: ${kilobytes(plainBytes / 2)}`,
      holds: bytes <= plainBytes / 2,
    },
    {
      what: "… beside storing alone",
      measured: `${milliseconds(ours)}, ${(ours / bare).toFixed(1)} ×`,
      yardstick: `bare bulkAdd, a row a statement, as durable ${milliseconds(bare)}`,
      atMost: `2 ×: ${milliseconds(2 * bare)}`,
      holds: ours <= 2 * bare,
    },
    times(
      "first push of 200 new statements",
      middle((one) => one.ours.first),
      "PouchDB, its first push",
      middle(({ plain }) => plain.first),
      10,
    ),
    times(
      "a later push of 200",
      later,
      "PouchDB tuned, a later push",
      middle(({ tuned }) => tuned.later),
      1.5,
    ),
  ];
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
