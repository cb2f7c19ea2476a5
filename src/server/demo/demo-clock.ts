/** A clock that is set: the demo's past is received at the times at which it would have been. */
export interface DemoClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Moves on to a time in seconds; never back. */
  readonly moveTo: (seconds: number) => void;
}

/** A clock that stands until it is moved. */
export function createDemoClock(): DemoClock {
  let time = 0;
  return {
    now: () => time,
    moveTo(seconds) {
      time = Math.max(time, Math.round(seconds * 1000));
    },
  };
}
