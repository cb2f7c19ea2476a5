// The first load of an empty phone at the edge of coverage, beside PouchDB.
import { measureRounds, times } from "./lib/load-rounds.mjs";
import { median } from "./lib/numbers.mjs";

export async function bench(given) {
  const all = await measureRounds(given, { rounds: 3, thin: true, others: ["plain", "tuned"] });
  const middle = (name) => median(all.map((one) => one[name].elapsed));
  const what = "first load at 1.6 Mbit/s, 150 ms, CPU 6× slower";
  return [
    times(what, middle("ours"), "PouchDB", middle("plain"), 6),
    times("…", middle("ours"), "PouchDB tuned", middle("tuned"), 2.5),
  ];
}
