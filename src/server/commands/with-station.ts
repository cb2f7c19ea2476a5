import { readSettings, type Settings } from "../settings.ts";
import { openStation, type Station } from "../station.ts";
import type { WardRow } from "../store/rows.ts";
import type { TellWait } from "../store/store.ts";
import { findWard, listWards } from "../wards/wards.ts";
import type { Io } from "./command.ts";
import {
  dataTrouble,
  nameStore,
  NO_WARD,
  SETTINGS_ERRORS,
  storeTrouble,
  WAITS,
  WARDS_HERE,
} from "./words.ts";

/** Opens the store for a command, and closes it whatever happens; says what stands in the way. */
export async function withStation(
  io: Io,
  work: (station: Station, settings: Settings) => Promise<number>,
): Promise<number> {
  const settings = readSettings(io.env);
  if (!settings.ok) {
    io.err(SETTINGS_ERRORS[settings.error]);
    return 1;
  }
  const { dataDir, database } = settings.value;
  try {
    const { now, random } = io;
    const tellWait: TellWait = (what) => io.err(WAITS[what](nameStore(settings.value)));
    const station = await openStation({ dataDir, database, now, random, tellWait });
    if (!station.ok) {
      io.err(await storeTrouble(station.error, settings.value));
      return 1;
    }
    try {
      return await work(station.value, settings.value);
    } finally {
      await station.value.close();
    }
  } catch (error) {
    const words = dataTrouble(error, settings.value);
    if (words === null) throw error;
    io.err(words);
    return 1;
  }
}

/** The same for a command about one ward, which must be there. */
export function withWard(
  io: Io,
  slug: string,
  work: (station: Station, ward: WardRow, settings: Settings) => Promise<number>,
): Promise<number> {
  return withStation(io, async (station, settings) => {
    const ward = await findWard(station.db, slug);
    if (ward) return await work(station, ward, settings);
    io.err(`${NO_WARD(slug)}. ${WARDS_HERE(await listWards(station.db), nameStore(settings))}`);
    return 1;
  });
}
