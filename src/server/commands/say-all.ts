import type { Draft } from "../../domain/statement.ts";
import { say } from "../keys/say.ts";
import type { Station } from "../station.ts";
import type { Io } from "./command.ts";
import { NO_KEYS, SAY_ERRORS } from "./words.ts";

/** Says everything with the ward key; false, with words about it, unless the log has taken all of it. */
export async function sayAll(
  io: Io,
  station: Station,
  ward: string,
  drafts: readonly Draft[],
): Promise<boolean> {
  const keys = await station.keys.find(ward);
  if (!keys) {
    io.err(NO_KEYS(ward));
    return false;
  }
  const told = await say(station, ward, keys, drafts);
  if (!told.ok) {
    io.err(SAY_ERRORS[told.error]);
    return false;
  }
  const refused = told.value.filter(({ verdict }) => verdict.status !== "accepted");
  for (const { statement, verdict } of refused) {
    const reason = "reason" in verdict ? `: ${verdict.reason}` : "";
    io.err(`${statement.claims.type} ${statement.claims.sub}: ${verdict.status}${reason}`);
  }
  return refused.length === 0;
}
