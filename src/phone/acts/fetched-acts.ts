import type { Parts } from "../store/parts.ts";

/**
 * Acts that few phones do, or once in their lives, each with its script fetched when somebody first does it: this list of them
 * would else stand in the way of every first page.
 */
const LOADS = {
  addAreas: async () => (await import("./add-areas.ts")).addAreas,
  carry: async () => (await import("./carry.ts")).carry,
  dropOpinion: async () => (await import("./opinions.ts")).dropOpinion,
  enrol: async () => (await import("./enrol.ts")).enrol,
  fetchEditions: async () => (await import("./editions.ts")).fetchEditions,
  fetchNamedPhoto: async () => (await import("./fetch-photo.ts")).fetchNamedPhoto,
  fetchPhoto: async () => (await import("./fetch-photo.ts")).fetchPhoto,
  fetchTotals: async () => (await import("./fetch-totals.ts")).fetchTotals,
  followOpinion: async () => (await import("./opinions.ts")).followOpinion,
  giveOpinions: async () => (await import("./opinions.ts")).giveOpinions,
  invite: async () => (await import("./invites.ts")).invite,
  invites: async () => (await import("./invites.ts")).listInvites,
  keepOpinion: async () => (await import("./opinions.ts")).keepOpinion,
  leave: async () => (await import("./leave.ts")).leave,
  leaving: async () => (await import("./leave.ts")).leaving,
  listed: async () => (await import("../queries/listed-households.ts")).readListed,
  parcelFile: async () => (await import("./parcel-file.ts")).makeParcelFile,
  restoreOpinion: async () => (await import("./opinions.ts")).restoreOpinion,
  setPin: async () => (await import("./lock.ts")).setPin,
  tryAddress: async () => (await import("./try-address.ts")).tryAddress,
  tryPin: async () => (await import("./lock.ts")).tryPin,
  wardsHere: async () => (await import("./wards-here.ts")).wardsHere,
} as const;

/** The acts themselves, by their names in `Acts`; each takes the phone's parts first. */
export type FetchedActs = {
  readonly [Name in keyof typeof LOADS]: Awaited<ReturnType<(typeof LOADS)[Name]>>;
};

/** Fetches one; fails where that cannot be done. */
export async function fetchAct<Name extends keyof FetchedActs>(name: Name): Promise<FetchedActs[Name]> {
  const load: () => Promise<FetchedActs[keyof FetchedActs]> = LOADS[name];
  return (await load()) as FetchedActs[Name];
}

/** An act as a screen calls it. */
export type Told<Act> = Act extends (parts: Parts, ...args: infer Args) => infer Answer
  ? (...args: Args) => Answer
  : never;
