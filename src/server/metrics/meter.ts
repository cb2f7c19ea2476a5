import type { Metric, Sample } from "./exposition.ts";

/** Counts by labels since the process began. */
export interface Counter {
  readonly add: (labels: Readonly<Record<string, string>>, by?: number) => void;
  readonly read: () => Metric;
}

/** Counts durations by labels into buckets. */
export interface Histogram {
  /** Seconds. */
  readonly observe: (labels: Readonly<Record<string, string>>, seconds: number) => void;
  readonly read: () => Metric;
}

/** A counter at nothing. */
export function createCounter(name: string, help: string): Counter {
  const counts = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>();
  return {
    add(labels, by = 1) {
      const entry = entryOf(counts, labels, () => ({ labels, value: 0 }));
      entry.value += by;
    },
    read: () => ({ name, help, type: "counter", samples: [...counts.values()] }),
  };
}

/** An empty histogram; its buckets reach from a quick answer to a pull that waits its whole time. */
export function createHistogram(name: string, help: string): Histogram {
  const all = new Map<string, Observed>();
  return {
    observe(labels, seconds) {
      const entry = entryOf(all, labels, () => ({ labels, counts: BOUNDS.map(() => 0), sum: 0 }));
      entry.sum += seconds;
      for (const [at, bound] of BOUNDS.entries()) if (seconds <= bound) entry.counts[at]! += 1;
    },
    read: () => ({ name, help, type: "histogram", samples: [...all.values()].flatMap(toSamples) }),
  };
}

interface Observed {
  readonly labels: Readonly<Record<string, string>>;
  /** Of each bucket, with all below it. */
  readonly counts: number[];
  sum: number;
}

/** Seconds. */
const BOUNDS = [0.005, 0.02, 0.1, 0.5, 1, 5, 30, Infinity];

function entryOf<Entry>(
  entries: Map<string, Entry>,
  labels: Readonly<Record<string, string>>,
  make: () => Entry,
): Entry {
  // The labels of one metric always have the same names, in the same order.
  const key = Object.values(labels).join("\n");
  const known = entries.get(key);
  if (known) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

function toSamples({ labels, counts, sum }: Observed): Sample[] {
  const buckets = BOUNDS.map((bound, at): Sample => {
    const le = bound === Infinity ? "+Inf" : String(bound);
    return { suffix: "_bucket", labels: { ...labels, le }, value: counts[at] ?? 0 };
  });
  const total = counts.at(-1) ?? 0;
  return [...buckets, { suffix: "_sum", labels, value: sum }, { suffix: "_count", labels, value: total }];
}
