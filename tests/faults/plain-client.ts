import { signJws, type Signer } from "../../src/domain/jws.ts";
import type { Draft } from "../../src/domain/statement.ts";
import type { InviteAnswer, PushAnswer } from "../../src/wire/answers.ts";
import type { App } from "../e2e/app.ts";
import { createSpeaker, newId, type Speaker } from "../server/speaker.ts";
import { linkFor, WARD } from "./small-list.ts";

/** A device that signs and asks, and keeps nothing. */
export interface Client {
  readonly kid: string;
  readonly signer: Signer;
  readonly say: (draft: Draft) => Promise<{ readonly jti: string; readonly text: string }>;
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
  /** Throws where there is no answer, or another than 200. */
  readonly push: (texts: readonly string[]) => Promise<PushAnswer>;
}

/** Enrols one by a link; `address` is where it seems to come from, `personName` whose it is. */
export async function enrolClient(
  app: App,
  link: string,
  address = "127.0.0.1",
  ward = WARD,
  personName?: string,
): Promise<Client> {
  const code = link.split(`#${ward}.`)[1] ?? "";
  const speaker = await createSpeaker(ward);
  const proof = await signJws(
    { alg: "ES256", typ: "proof+jwt" },
    { aud: ward, nonce: code, iat: seconds() },
    speaker.signer,
  );
  const answer = await fetch(`${app.origin}/api/wards/${ward}/devices`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ invite: code, publicKey: speaker.key, name: "Máy thử", personName, proof }),
  });
  if (answer.status !== 201) throw new Error(`enrolment: ${answer.status} ${await answer.text()}`);
  return clientOf(app, speaker, ward);
}

/** Enrols so many volunteers of khu phố 1, by codes that an office makes. */
export async function enrolClients(
  app: App,
  count: number,
  areas: readonly string[] = ["kp1"],
): Promise<Client[]> {
  const office = await enrolClient(app, await linkFor(app, "office"));
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const invited = await office.call("/invites", {
        method: "POST",
        body: JSON.stringify({ role: "volunteer", areas }),
      });
      const { url } = (await invited.json()) as InviteAnswer;
      // A ward's phones come from everywhere.
      return enrolClient(app, url, `10.0.${at >> 8}.${at & 255}`);
    }),
  );
}

function clientOf({ origin }: App, speaker: Speaker, ward: string): Client {
  let token = { text: "", until: 0 };

  async function freshToken(): Promise<string> {
    const iat = seconds();
    if (token.until < iat + 30) {
      const claims = { aud: ward, iat, exp: iat + 240, jti: newId() };
      const text = await signJws(
        { alg: "ES256", typ: "device+jwt", kid: speaker.kid },
        claims,
        speaker.signer,
      );
      token = { text, until: claims.exp };
    }
    return token.text;
  }

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${await freshToken()}`);
    if (init.body !== undefined && !headers.has("content-type"))
      headers.set("content-type", "application/json");
    return fetch(`${origin}/api/wards/${ward}${path}`, { ...init, headers });
  }

  return {
    kid: speaker.kid,
    signer: speaker.signer,
    async say(draft) {
      const jti = draft.jti ?? newId();
      return { jti, text: await speaker.say({ ...draft, jti }) };
    },
    call,
    async push(statements) {
      const answer = await call("/statements", { method: "POST", body: JSON.stringify({ statements }) });
      if (answer.status !== 200) throw new Error(`a push: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as PushAnswer;
    },
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
