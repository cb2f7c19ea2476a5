/** Whether nothing is left by which somebody could find the door: what was known of it was erased. */
export function isNameless({ erased = false, number, head, address }: Known): boolean {
  return erased && number === undefined && head === undefined && address === undefined;
}

/** What is known of a household by which its door is found. */
export interface Known {
  readonly erased?: boolean;
  readonly number?: number | string | undefined;
  readonly head?: string | undefined;
  readonly address?: string | undefined;
}
