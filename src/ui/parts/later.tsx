import { lazy, useState, type ComponentType } from "react";

/** A screen, or a part of one, whose script comes later. */
export interface Later<Props> {
  readonly Screen: ComponentType<Props>;
  readonly fetch: () => Promise<void>;
}

/** Draws at once what has been fetched, and after a moment what has not; `besides` is fetched along with it. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  besides: () => Promise<void> = NOTHING,
): Later<Props> {
  let fetched: ComponentType<Props> | null = null;

  async function fetch(): Promise<{ readonly default: ComponentType<Props> }> {
    const [screen] = await Promise.all([load(), besides()]);
    fetched = screen;
    return { default: screen };
  }

  const Fetching = lazy(fetch);
  return {
    Screen(props: Props) {
      // React holds back what it has to wait for, by up to 300 ms; what is there already need not pass by it.
      const [Screen] = useState<ComponentType<Props>>(() => fetched ?? Fetching);
      return <Screen {...props} />;
    },
    fetch: async () => void (await fetch()),
  };
}

const NOTHING = async () => undefined;
