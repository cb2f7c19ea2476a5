import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../src/domain/base64url.ts";
import type { Result } from "../../../src/domain/result.ts";
import { joinDisclosures } from "../../../src/domain/said.ts";
import {
  keptOf,
  readKept,
  readPlain,
  sentText,
  type PlainForm,
  type PlainParts,
} from "../../../src/domain/signed/plain-form.ts";
import { parseStatement, withDisclosures, type Statement } from "../../../src/domain/statement.ts";

/** Those that can be read: what cannot has no parts. */
const vectors = ["own", "independent"].flatMap((name) => {
  const text = readFileSync(`${import.meta.dirname}/../../vectors/${name}.json`, "utf8");
  const { statements } = JSON.parse(text) as { readonly statements: readonly { statement: string }[] };
  return statements.map((one) => one.statement).filter((one) => parseStatement(one).ok);
});
const named = vectors.find((text) => text.split("~").length > 3) ?? "";

function valueOf<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function partsOf(sent: string): PlainParts {
  const [jws = "", ...disclosures] = sent.split("~").slice(0, -1);
  const [header = "", payload = "", signature = ""] = jws.split(".");
  const plain = (segment: string) => decodeText(segment) ?? "";
  const form = [plain(header), plain(payload), signature, ...disclosures.map(plain)] as const;
  const [head, body, , ...triples] = form;
  return {
    form,
    header: JSON.parse(head) as PlainParts["header"],
    payload: JSON.parse(body) as PlainParts["payload"],
    triples: triples.map((text): unknown => JSON.parse(text)),
  };
}

/** With what is written only when somebody asks for it. */
function allOf({ signed, jws, signature, kid, claims, disclosures }: Statement) {
  const fields = disclosures.map(({ text, name, value }) => ({ text, name, value }));
  return { signed, jws, signature, kid, claims, fields };
}

describe.each(vectors.map((sent, at) => ({ at, sent })))("vector $at in plain form", ({ sent }) => {
  const read = valueOf(readPlain(partsOf(sent)));

  test("is the same statement, kept and read again too, and goes out as it came in", () => {
    const same = allOf(valueOf(parseStatement(sent)));
    expect(allOf(read)).toEqual(same);
    expect(sentText(partsOf(sent).form)).toBe(sent);
    const kept = keptOf(read);
    expect(JSON.stringify(kept).length).toBeLessThan(sent.length);
    expect(allOf(valueOf(readKept(kept)))).toEqual(same);
    expect(keptOf(valueOf(readKept(kept)))).toEqual(kept);
    expect(sentText(kept)).toBe(sent);
  });

  test("is kept as sent where it came so, as all were before", () => {
    const kept = keptOf(valueOf(parseStatement(sent)));
    expect([kept, sentText(kept)]).toEqual([sent, sent]);
    expect(allOf(valueOf(readKept(kept)))).toEqual(allOf(read));
  });
});

test("without some of its words it is whole but for these, and nothing of them is kept", () => {
  const whole = valueOf(readPlain(partsOf(named)));
  const [gone, ...left] = whole.disclosures;
  const less = withDisclosures(whole, left);
  expect(allOf(less)).toEqual({ ...allOf(whole), fields: allOf(whole).fields.slice(1) });
  const kept = keptOf(less);
  expect(sentText(kept)).toBe(named.replace(`~${gone?.text}~`, "~"));
  expect(allOf(valueOf(readKept(kept)))).toEqual(allOf(less));
});

test("joined from two copies of which one came as sent it is kept whole", () => {
  const whole = valueOf(parseStatement(named));
  const [first, ...others] = valueOf(readPlain(partsOf(named))).disclosures;
  for (const one of [first, others.at(-1)]) {
    const joined = withDisclosures(whole, joinDisclosures(one ? [one] : [], whole.disclosures));
    const read = valueOf(readKept(keptOf(joined)));
    expect(new Set(allOf(read).fields)).toEqual(new Set(allOf(whole).fields));
  }
});

test("parts that are no statement are refused as their text is", () => {
  const [header, payload, signature, ...disclosures] = partsOf(named).form;
  const broken: PlainForm[] = [
    [header, payload, signature, ...disclosures, ...disclosures],
    ["{}", payload, signature],
    [header, "{}", signature],
    [header, payload, signature, '["salt","name"]'],
  ];
  for (const form of broken) {
    const wanted = parseStatement(sentText(form));
    expect(wanted.ok).toBe(false);
    expect(readKept(form)).toEqual(wanted);
  }
});
