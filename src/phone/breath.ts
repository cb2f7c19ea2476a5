/** Is asked now and then while much is computed: what to wait for so that others get their turn; null while that can wait. */
export type Breathe = () => PromiseLike<unknown> | null;

/** A breath by `pause` whenever the last one lies long enough behind, however fast or slow the phone. */
export function breathing(pause: () => PromiseLike<unknown>, now = () => performance.now()): Breathe {
  let last = now();
  return () => {
    if (now() - last < LONGEST) return null;
    const breath = pause();
    void breath.then(() => (last = now()));
    return breath;
  };
}

/** Milliseconds: shorter than what anybody feels under the finger. */
const LONGEST = 40;
