/** The phone's clock, corrected by what a ward's server last said the time is. */
export interface Clock {
  /** Seconds since 1970; without a ward, by the offset learnt last. */
  readonly seconds: (ward?: string) => number;
  /** Seconds that are added for a ward. */
  readonly offset: (ward: string) => number;
  /** Takes over an offset that was kept; one that was taken over before does not undo what was learnt since. */
  readonly set: (ward: string, offset: number) => void;
  /** Learns from the `Date` of an answer; `sentAt` and `gotAt` are milliseconds by the phone's own clock. */
  readonly learn: (ward: string, headers: Headers, sentAt: number, gotAt: number) => void;
}

/** Seconds below which an offset is taken for the way of the answer, and for `Date` knowing whole seconds only. */
const NOISE = 2;

/** A clock that knows no offset yet. `now` gives milliseconds. */
export function createClock(now: () => number): Clock {
  const offsets = new Map<string, number>();
  const kept = new Map<string, number>();
  let last = 0;
  function set(ward: string, offset: number): void {
    offsets.set(ward, offset);
    last = offset;
  }
  return {
    seconds: (ward) => Math.floor(now() / 1000) + (ward === undefined ? last : (offsets.get(ward) ?? 0)),
    offset: (ward) => offsets.get(ward) ?? 0,
    set(ward, offset) {
      if (kept.get(ward) !== offset) set(ward, offset);
      kept.set(ward, offset);
    },
    learn(ward, headers, sentAt, gotAt) {
      const date = Date.parse(headers.get("date") ?? "");
      // An answer out of a cache says how old it is (RFC 9111 §5.1); its Date is of then.
      if (Number.isNaN(date) || Number(headers.get("age") ?? 0) > 0) return;
      // `Date` is cut to whole seconds: on average it is half a second later.
      const offset = Math.ceil((date + 500 - (sentAt + gotAt) / 2) / 1000 - 0.5);
      set(ward, Math.abs(offset) < NOISE ? 0 : offset);
    },
  };
}
