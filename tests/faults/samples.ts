import type { Draft } from "../../src/domain/statement.ts";
import type { Chance } from "../../src/server/demo/chance.ts";
import { absence, delivery, pledging, registration } from "../phone/real-ward.ts";
import { newId } from "../server/speaker.ts";
import { mutateSigned, mutateText } from "./mutations.ts";
import type { Client } from "./plain-client.ts";

/** Statements of many kinds about a household, of the clients in turn; nobody has sent them yet. */
export async function sampleTexts(
  clients: readonly Client[],
  home: string,
): Promise<readonly [string, ...string[]]> {
  const drafts: Draft[] = [
    absence(home, "Đi chợ"),
    delivery(home),
    ...pledging(home),
    registration(newId(), "kp1/t01", 50, "Hộ mới"),
    { type: "opinion.given", sub: home, body: { channel: "door" }, personal: { text: "Đèn hỏng" } },
    { type: "household.changed", sub: home, body: { members: 3 }, personal: { phone: "0900" } },
    { type: "statement.retracted", sub: newId(), in: home, body: { reason: "mistake" } },
    {
      type: "meeting.held",
      sub: "kp1",
      body: { kind: "kp", date: "2026-11-20", place: "", subject: "Quy ước" },
    },
    { type: "indicator.defined", sub: "flags", body: { name: "Cờ", unit: "hộ", better: "up" } },
    { type: "campaign.closed", sub: "2026", body: {} },
    { type: "data.erased", sub: newId(), body: { names: ["head"] } },
  ];
  const [first, ...rest] = await Promise.all(
    drafts.map(async (draft, at) => (await clients[at % clients.length]?.say(draft))?.text ?? ""),
  );
  return [first ?? "", ...rest];
}

/** One with something odd about it. Half of them with a signature that is right, so that what lies behind it is reached. */
export async function oddStatement(
  texts: readonly [string, ...string[]],
  clients: readonly Client[],
  chance: Chance,
): Promise<string> {
  if (chance.falls(0.5)) return mutateText(texts, chance);
  const text = chance.pick(texts);
  const kid = kidOf(text);
  const signer = clients.find((client) => client.kid === kid)?.signer;
  return signer ? mutateSigned(text, signer, chance) : text;
}

function kidOf(text: string): unknown {
  return (JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString()) as { kid?: unknown }).kid;
}
