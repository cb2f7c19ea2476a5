/** Chance that falls the same way each time it is begun with the same seed: the demo's past is one past. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** True in this share of all cases. */
  readonly falls: (share: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The same items in another order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

/** Begins a row of chances (mulberry32 by Tommy Ettinger). Not for keys, salts or ids. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function between(least: number, most: number): number {
    return least + Math.floor(next() * (most - least + 1));
  }

  return {
    next,
    between,
    falls: (share) => next() < share,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    shuffle(items) {
      const mixed = items.map((item) => ({ item, at: next() }));
      return mixed.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}
