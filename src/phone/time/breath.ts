/** Is asked now and then while much is computed: what to wait for so that others get their turn; null while that can wait. */
export type Breathe = () => PromiseLike<unknown> | null;

/** A breath by `pause` whenever the last one lies long enough behind by a clock in milliseconds, however fast or slow the phone. */
export function breathing(pause: () => PromiseLike<unknown>, now: () => number): Breathe {
  let last = now();
  return () => {
    // A clock that is put back must not take the breath away.
    if (Math.abs(now() - last) < LONGEST) return null;
    const breath = pause();
    void breath.then(() => (last = now()));
    return breath;
  };
}

/** Milliseconds: shorter than what anybody feels under the finger. */
const LONGEST = 40;
