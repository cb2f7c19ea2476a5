/** Path of the browser that the tests drive, or null if there is none. */
export function findBrowser(env?: Record<string, string | undefined>): string | null;
