import type { Result } from "../../domain/result.ts";

/** What of a ward would go with this phone, if it were given up now. */
export interface Leaving {
  /** Records, whoever said them, and photos that the ward has not got. */
  readonly unsent: number;
  readonly photos: number;
  /** Records that the ward did not take. */
  readonly rejected: number;
  /** Records and photos that the ward has or holds, and no backup of it yet, as far as this phone knows. */
  readonly unsaved: number;
  /** Forms half filled in, and opinions that are followed from here. */
  readonly drafts: number;
}

/** How a phone is given up: at the end of a round, or for another person. */
export interface LeaveActs {
  readonly leaving: (ward: string) => Promise<Leaving>;
  /**
   * Deletes in one transaction all that this phone has of a ward, its key first of all. `more` where by now more would be lost
   * than was said: then nothing is deleted.
   */
  readonly leave: (ward: string, said: Leaving) => Promise<Result<null, "more" | "storage">>;
}
