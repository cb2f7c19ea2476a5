/** Lets the page do what else it has to: a task of its own for what comes after it. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
