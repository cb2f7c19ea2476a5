import { isHouseholdId } from "../../domain/ids.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { timeShown } from "../../domain/said.ts";
import { placeOf } from "../../domain/signed/place.ts";
import { missingDisclosures, parseStatement, personalOf } from "../../domain/statement.ts";
import { heldList, type HeldLine as HeldText } from "../../wire/answers.ts";
import type { Asked, CallError, HeldLine, Live } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import { readJson } from "../call/call.ts";
import { statementOf } from "../log/stored.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import type { Parts } from "../store/parts.ts";
import { waitingKey } from "../views/places.ts";

/** What waits at the ward for the office to decide, the oldest first. */
export async function fetchHeld(parts: Parts, ward: string): Promise<Result<readonly HeldLine[], CallError>> {
  const answer = await ask(parts, { ward, path: "/held" });
  const read = answer.ok ? readJson(heldList, answer.value) : answer;
  return read.ok ? ok(read.value.held.flatMap(readHeld)) : err(read.error.error);
}

/** The same with what this phone knows to be decided since, sent or not. */
export function watchHeld(
  db: PhoneDatabase,
  ward: string,
  asked: Live<Asked<readonly HeldLine[]>>,
): Live<Asked<readonly HeldLine[]>> {
  return (listener) => {
    let stopMarking = () => {};
    const stopAsking = asked((answer) => {
      stopMarking();
      stopMarking = live(() => markDecided(db, ward, answer))(listener);
    });
    return () => {
      stopAsking();
      stopMarking();
    };
  };
}

/** A line that this phone cannot read is nothing that anybody could decide on here. */
function readHeld({ at, reason, s }: HeldText): HeldLine[] {
  const read = parseStatement(s);
  if (!read.ok) return [];
  const statement = read.value;
  const { jti, ward, type, v, sub, iat, body } = statement.claims;
  const place = placeOf(statement);
  return [
    {
      jti,
      kid: statement.kid,
      type,
      sub,
      body,
      personal: personalOf(statement),
      known: findKind(type, v) !== undefined,
      place: place === "" ? ward : place,
      household: isHouseholdId(place) ? place : null,
      ...timeShown(iat, at),
      receivedAt: Math.floor(at / 1000),
      reason,
      missing: missingDisclosures(statement),
      decided: null,
    },
  ];
}

async function markDecided(
  db: PhoneDatabase,
  ward: string,
  answer: Asked<readonly HeldLine[]>,
): Promise<Asked<readonly HeldLine[]>> {
  const { value } = answer;
  if (value === null || value.length === 0) return answer;
  // What speaks of a statement that has not come waits for it under its id.
  const links = value.map(({ jti }) => waitingKey(ward, jti));
  const rows = await db.statements.where("links").anyOf(links).toArray();
  const decided = new Map(
    rows
      .filter(({ type, standing }) => type === "statement.decided" && standing !== "rejected")
      .map((row) => [row.sub, statementOf(row).claims.body["decision"]]),
  );
  return {
    ...answer,
    value: value.map((line) => {
      const decision = decided.get(line.jti);
      return decision === "accept" || decision === "refuse" ? { ...line, decided: decision } : line;
    }),
  };
}
