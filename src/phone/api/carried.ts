/** A file to be handed to somebody. */
export interface SharedFile {
  readonly name: string;
  readonly text: string;
  /** Photos that found no room in it. */
  readonly left: number;
}

/** `nothing`: the ward has all. `no-key`: this phone has not heard yet how to seal to the ward. */
export type FileError = "nothing" | "no-key";

/** How many parcels, and their bytes: more a carrier cannot know. */
export interface Carried {
  readonly count: number;
  readonly size: number;
}

/** What of a file was taken along, and how many of its parcels were cut off or damaged. */
export interface Taken extends Carried {
  readonly ward: string;
  readonly missing: number;
}

/** Why a file is not taken along: it is none of this kind, nothing of it is whole, it is of a ward where this phone is no device, or there is no room. */
export type CarryError = "foreign" | "damaged" | "huge" | "another-ward" | "full" | "storage";
