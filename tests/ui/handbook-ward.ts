import { readFileSync } from "node:fs";
import { readCovenantFile } from "../../src/domain/covenant/covenant-file.ts";
import { DAY, demoPhone, EVENING } from "./demo-ward.ts";
import type { MemoryPhone, NewSpeaker } from "./memory-phone.ts";

/** A phone that has the handbook of khu phố 2 from the demo's own paper, two years' figures, and an answered question. */
export async function handbookPhone(self: NewSpeaker | null = null): Promise<MemoryPhone> {
  const phone = await demoPhone({ self, households: [] });
  const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { area, covenant, handbook } = read.value;
  const say = (drafts: Parameters<MemoryPhone["wardSays"]>[1]) =>
    phone.wardSays(phone.office, drafts, EVENING - DAY);
  await say([
    { type: "covenant.published", sub: area, body: covenant },
    { type: "handbook.published", sub: area, body: handbook },
    {
      type: "indicator.defined",
      sub: "waste",
      body: { name: "Hộ ký hợp đồng thu gom rác", unit: "%", better: "up" },
    },
    observed(phone.ward, "2025", 890, 957),
    observed(phone.ward, "2026", 961, 980),
    observed("kp2", "2026", 335, 341),
  ]);
  const [opinion] = await say([
    {
      type: "opinion.given",
      sub: "kp2",
      body: { channel: "meeting" },
      personal: { text: "Đèn khúc quanh chưa có." },
    },
  ]);
  const question = "Khi nào khúc quanh có đèn?";
  const answer = "Trong tháng 12/2026.";
  await say([
    {
      type: "opinion.answered",
      sub: opinion ?? "",
      in: "kp2",
      body: { status: "answered", public: { question, answer } },
    },
  ]);
  return phone;
}

function observed(sub: string, period: string, numerator: number, denominator: number) {
  return { type: "indicator.observed", sub, body: { indicator: "waste", period, numerator, denominator } };
}
