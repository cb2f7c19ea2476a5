/** A one-time link for one household. Times in seconds. */
export interface HouseholdLink {
  /** By it the link is called back. */
  readonly jti: string;
  /** What the address carries behind the ward. */
  readonly code: string;
  /** When it was made. */
  readonly at: number;
  /** Until when it is good. */
  readonly exp: number;
}
