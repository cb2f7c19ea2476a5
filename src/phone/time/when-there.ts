/** Begins something once what it needs is there, and never where that cannot be had; returns how to stop it, then or before. */
export function whenThere<T>(there: Promise<T>, begin: (there: T) => () => void): () => void {
  let stopped = false;
  let stop = (): void => undefined;
  there.then(
    (one) => {
      if (!stopped) stop = begin(one);
    },
    () => undefined,
  );
  return () => {
    stopped = true;
    stop();
  };
}
