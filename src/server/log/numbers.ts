/** What judging knows of the numbers (`n`) that devices have used. */
export interface Numbers {
  /** Of each device the highest that has arrived before the batch. */
  readonly highest: ReadonlyMap<string, number>;
  /** By device and number (see `numberKey`) digests of the statements that used it before; only of numbers that are not above the highest. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same of the batch itself, by what was signed. */
  readonly drawn: Map<string, string>;
}

/** How a number of a device is called in these maps. */
export function numberKey(kid: string, n: number): string {
  return `${kid} ${n}`;
}
