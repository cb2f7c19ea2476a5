import { join } from "node:path";

import Database from "better-sqlite3";

import { enrolDevice, newId } from "./device.mjs";
import { makeInvite, makeWard, WARD } from "./ward.mjs";

/**
 * Fills the store of a folder with a ward in which every household has said all there is to say at a door: five statements
 * each. → the running server of it, and each record of its log as a plain object.
 */
export async function makeFullWard({ dataDir, root, households, startServer }) {
  await makeWard({ dataDir, root, households, groups: 14, neighbourhoods: 1 });
  const server = await startServer({ dataDir });
  const device = await enrolDevice(server.origin, await makeInvite(server, "volunteer", "kp1"));
  const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
  const ids = store.prepare("select household from households order by household").pluck().all();
  const texts = await Promise.all(ids.flatMap((sub, at) => atDoor(device, sub, at)));
  for (let from = 0; from < texts.length; from += 200)
    await pushTexts(server.origin, device, texts.slice(from, from + 200));
  const rows = store.prepare("select seq, at, jti, jws, disclosures from statements order by seq").all();
  store.close();
  const records = rows.map(({ jws, disclosures, ...rest }) => ({ ...rest, s: `${jws}~${disclosures}` }));
  return { server, device, records };
}

/** Four statements about a household, as texts to be awaited. */
export function atDoor(device, sub, at) {
  const consent = newId();
  const signer = NAMES[at % NAMES.length];
  const time = Math.floor(Date.now() / 1000);
  return [
    device.say({ type: "visit.logged", sub, body: { outcome: "absent" }, personal: { note: NOTES[at % 5] } }),
    device.say({ type: "handbook.delivered", sub, body: { edition: 4, how: "hand" } }),
    device.say({
      jti: consent,
      type: "consent.given",
      sub,
      body: { purposes: ["record"], version: "1", at: time },
      personal: { by: signer },
    }),
    device.say({
      type: "pledge.signed",
      sub,
      body: { campaign: "2026", edition: 4, agreed: AGREED, declined: [], medium: "screen", consent },
      personal: { signer, relation: "head", strokes: strokesOf(at) },
    }),
  ];
}

/** Pushes texts; throws unless the ward takes each. */
export async function pushTexts(origin, device, statements, ward = WARD) {
  const answer = await fetch(`${origin}/api/wards/${ward}/statements`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await device.token()}` },
    body: JSON.stringify({ statements }),
  });
  const { results } = await answer.json();
  const other = results.find(({ status }) => status !== "accepted");
  if (other) throw new Error(JSON.stringify(other));
}

const NAMES = [
  "Trần Thị Mai",
  "Nguyễn Văn Út",
  "Lê Hồng Sáu",
  "Phạm Thị Ánh",
  "Võ Quốc Dũng",
  "Đặng Kim Liễu",
  "Bùi Bảy",
];
const NOTES = ["Chiều về", "Bán ở chợ tới trưa", "Cửa khóa", "Con nói tối quay lại", "Đi làm xa"];
const AGREED = ["flag", "waste"];

/** Sixty points of a signature, no two alike. */
function strokesOf(at) {
  const points = Array.from({ length: 60 }, (_, i) => {
    const [x, y] = [
      3 + ((at * 7 + i * 13) % 6),
      Math.round(9 * Math.sin(i / 3 + at * 0.7) + ((at * i) % 5) - 2),
    ];
    return `${x} ${y}`;
  });
  return `M20 70l${points.join(" ")}`.replaceAll(" -", "-");
}
