import { createHash, randomBytes } from "node:crypto";
import type { Draft } from "../../src/domain/statement.ts";
import { consent, pledge } from "./small-ward.ts";

/** Bytes that begin as a photo does; no decoder is asked here. */
export function jpeg(size = 2000): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)]);
}

export function webp(size = 2000): Buffer {
  const head = Buffer.from("RIFF0000WEBP", "latin1");
  head.writeUInt32LE(size - 8, 4);
  return Buffer.concat([head, randomBytes(size - head.length)]);
}

export function nameOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

/** Consent and a pledge on paper that names a photo. */
export function paperPledge(household: string, photo: Uint8Array): [Draft, Draft] {
  const agreed = consent(household);
  const { body, personal, ...rest } = pledge(household, agreed.jti);
  return [
    agreed,
    {
      ...rest,
      body: { ...body, medium: "paper", on: "2026-11-22" },
      personal: { ...personal, strokes: undefined, photo: nameOf(photo) },
    },
  ];
}
