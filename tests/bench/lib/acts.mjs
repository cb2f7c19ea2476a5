import { newId } from "./device.mjs";

/** What is said at one door: a visit, a handbook, a consent and a pledge with a signature of two hundred points. */
export const ACTS = 4;

/** The statements of one device about some households, `ACTS` for each. */
export async function sayAtDoors(device, households) {
  const texts = [];
  for (const sub of households) {
    const consent = newId();
    const at = Math.floor(Date.now() / 1000);
    texts.push(
      device.say({ type: "visit.logged", sub, body: { outcome: "absent" }, personal: { note: "Chiều về" } }),
      device.say({ type: "handbook.delivered", sub, body: { edition: 4, how: "hand" } }),
      device.say({
        jti: consent,
        type: "consent.given",
        sub,
        body: { purposes: ["record"], version: "1", at },
        personal: { by: "Trần Thị Mai" },
      }),
      device.say({
        type: "pledge.signed",
        sub,
        body: {
          campaign: "2026",
          edition: 4,
          agreed: ["flag", "waste"],
          declined: [],
          medium: "screen",
          consent,
        },
        personal: { signer: "Trần Thị Mai", relation: "vợ", strokes: STROKES },
      }),
    );
  }
  return Promise.all(texts);
}

const STROKES = `M20 120${Array.from({ length: 200 }, (_, i) => `L${20 + i * 1.5} ${(120 + 60 * Math.sin(i / 9)).toFixed(1)}`).join("")}`;
