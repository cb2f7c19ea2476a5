// Makes own.json anew: `node tests/vectors/make.mjs`. Do so only to add statements: those that are there are frozen, and a
// change of them would be a change of the protocol. Signatures are random, so everything is signed again; keep the old file's
// statements by their names.
import { createHash, createHmac, generateKeyPairSync, sign as signBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runnerImport } from "vite";

import { broken, drafts, fromLaterDays, WARD } from "./drafts.mjs";

const root = join(import.meta.dirname, "../..");
const file = join(import.meta.dirname, "own.json");
const inline = { root, configFile: false, logLevel: "error" };
const { module } = await runnerImport(join(root, "src/domain/statement.ts"), inline);

const old = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
const key = old ?? newKey();
const frozen = new Map((old?.statements ?? []).map((one) => [one.name, one]));
let made = 0;

const sound = await Promise.all(
  [...drafts(key.publicKey, key.kid), ...fromLaterDays()].map((draft) => make(draft, { verdict: "authentic" })),
);
const against = await Promise.all(
  broken().map((draft) => make(draft, { verdict: "broken", reason: draft.reason })),
);
const changed = mutants(sound.find(({ name }) => name === "pledge.signed").statement);
const statements = [...sound, ...against, ...changed].map((one) => frozen.get(one.name) ?? one);
const about = "Statements of each type made by src/domain; the key is for tests only, and so is everybody named here.";
const { publicKey, privateKey, kid } = key;
writeFileSync(file, `${JSON.stringify({ about, ward: WARD, publicKey, privateKey, kid, statements }, null, 1)}\n`);
process.stdout.write(`${statements.length} statements, ${statements.length - frozen.size} of them new\n`);

async function make({ name, place, type, v, sub, body, personal, jti, in: inside }, verdict) {
  made += 1;
  const n = made;
  const draft = { type, v, sub, body, personal, ...(inside === undefined ? {} : { in: inside }) };
  const statement = await module.makeStatement(draft, {
    jti: jti ?? `019aaf10-5c00-7000-9000-${String(n).padStart(12, "0")}`,
    n,
    iat: 1795430000 + n,
    ward: WARD,
    signer: { kid: key.kid, sign: (bytes) => Promise.resolve(signed(bytes)) },
    random: salts(name),
    sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  });
  const { jws, disclosures } = statement;
  return { name, ...verdict, statement: module.formatStatement(jws, disclosures), body, personal, place };
}

/** One sound statement with one thing wrong at a time. */
function mutants(statement) {
  const [jws, one, two, three] = statement.split("~");
  const [header, payload, signature] = jws.split(".");
  const rest = `${one}~${two}~${three}~`;
  const [head, claims] = [header, payload].map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  const encode = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
  const anew = (h, p, disclosures = rest) => `${encode(h)}.${encode(p)}.${encode64(signed(`${encode(h)}.${encode(p)}`))}~${disclosures}`;
  const withSd = (triple) => {
    const text = encode(triple);
    const digests = [...claims._sd, createHash("sha256").update(text).digest("base64url")];
    return anew(head, { ...claims, _sd: digests }, `${rest}${text}~`);
  };
  const flipped = Buffer.from(signature, "base64url");
  flipped[9] ^= 4;
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const stray = `${signature.slice(0, -1)}${letters[letters.indexOf(signature.at(-1)) ^ 1]}`;
  const der = signBytes("sha256", Buffer.from(`${header}.${payload}`), { key: key.privateKey, format: "jwk" });
  const hmac = (input) => createHmac("sha256", JSON.stringify(key.publicKey)).update(input).digest("base64url");
  const none = encode({ ...head, alg: "none" });
  const hs = encode({ ...head, alg: "HS256" });
  const salt = "MDEyMzQ1Njc4OWFiY2RlZg";
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  const bodyText = (text) => {
    const p = JSON.stringify({ ...claims, body: 0 }).replace('"body":0', `"body":${text}`);
    return anew(head, p);
  };
  const cases = [
    ["no-last-tilde", "empty", ""],
    ["not-a-jws", "a tilde alone", "~"],
    ["no-last-tilde", "no last tilde", statement.slice(0, -1)],
    ["no-last-tilde", "a key binding after the last tilde", `${statement}${jws}`],
    ["not-a-jws", "two parts", `${header}.${payload}~`],
    ["not-a-jws", "four parts", `${jws}.~`],
    ["not-a-jws", "padded header", `${header}=.${payload}.${signature}~${rest}`],
    ["not-a-jws", "stray bits in the signature", `${header}.${payload}.${stray}~${rest}`],
    ["not-a-jws", "a line break in the signature", `${header}.${payload}.${signature}\n~${rest}`],
    ["not-a-jws", "signature in DER", `${header}.${payload}.${der.toString("base64url")}~${rest}`],
    ["not-a-jws", "no signature, alg none", `${none}.${payload}.~${rest}`],
    ["not-a-jws", "alg HS256 under the public key", `${hs}.${payload}.${hmac(`${hs}.${payload}`)}~${rest}`],
    ["not-a-jws", "a payload that is a list", anew(head, [claims])],
    ["not-a-jws", "a payload that is no JSON", anew(head, "{")],
    ["bad-header", "alg none, signed", anew({ ...head, alg: "none" }, claims)],
    ["bad-header", "typ of a token", anew({ ...head, typ: "device+jwt" }, claims)],
    ["bad-header", "a fourth header field", anew({ ...head, jwk: key.publicKey }, claims)],
    ["bad-header", "crit in the header", anew({ ...head, crit: ["exp"] }, claims)],
    ["bad-header", "no kid", anew({ alg: head.alg, typ: head.typ, cty: "x" }, claims)],
    ["bad-jti", "a jti that is no UUIDv7", anew(head, { ...claims, jti: "1" })],
    ["bad-n", "number 0", anew(head, { ...claims, n: 0 })],
    ["bad-iat", "a time as text", anew(head, { ...claims, iat: "now" })],
    ["bad-iat", "a time in milliseconds", anew(head, { ...claims, iat: 1795430000000 })],
    ["bad-ward", "a ward in capitals", anew(head, { ...claims, ward: "Phuong-Mau" })],
    ["bad-type", "a type without a dot", anew(head, { ...claims, type: "pledge" })],
    ["bad-version", "version 0", anew(head, { ...claims, v: 0 })],
    ["bad-sub", "no sub", anew(head, { ...claims, sub: undefined })],
    ["bad-in", "in that is a number", anew(head, { ...claims, in: 7 })],
    ["bad-body", "no body", anew(head, { ...claims, body: undefined })],
    ["bad-body", "a body 10,000 levels deep", bodyText(`{"x":${deep}}`)],
    ["bad-body", "digests in the body", bodyText(`{"_sd":["${claims._sd[0]}"]}`)],
    ["bad-body", "a digest in a list of the body", bodyText(`{"agreed":[{"...":"${claims._sd[0]}"}]}`)],
    ["hidden-parts", "digests in an unknown claim", anew(head, { ...claims, more: { _sd: [claims._sd[0]] } })],
    ["hidden-parts", "a claim named ...", anew(head, { ...claims, "...": claims._sd[0] })],
    ["bad-digests", "a digest twice", anew(head, { ...claims, _sd: [...claims._sd, claims._sd[0]] })],
    ["bad-digests", "another hash", anew(head, { ...claims, _sd_alg: "sha-512" })],
    ["bad-digests", "no hash", anew(head, { ...claims, _sd_alg: undefined })],
    ["bad-digests", "a digest that is none", anew(head, { ...claims, _sd: ["x"] })],
    ["bad-disclosure", "a disclosure that is no JSON", `${jws}~${encode("[")}~`],
    ["bad-disclosure", "a disclosure of two parts", `${jws}~${encode([salt, "x"])}~`],
    ["bad-disclosure", "an empty disclosure", `${jws}~~${rest}`],
    ["bad-disclosure", "a padded disclosure", `${jws}~${one}=~${two}~${three}~`],
    ["bad-disclosure", "a disclosure without a name", withSd([salt, null, "x"])],
    ["bad-disclosure", "a disclosure named iat", withSd([salt, "iat", 1])],
    ["bad-disclosure", "a disclosure named _sd", withSd([salt, "_sd", []])],
    ["bad-disclosure", "a disclosure named ...", withSd([salt, "...", "x"])],
    ["bad-disclosure", "a disclosure with digests in it", withSd([salt, "x", { _sd: [claims._sd[0]] }])],
    ["bad-disclosure", "a disclosure 10,000 levels deep", `${jws}~${encode(`["${salt}","x",${deep}]`)}~`],
    [
      "bad-disclosure",
      "a disclosure named like an unknown claim",
      anew(head, { ...claims, later: 1 }, `${rest}${encode([salt, "later", 2])}~`),
    ],
    ["disclosure-twice", "the same disclosure twice", `${jws}~${rest}${one}~`],
    ["disclosure-twice", "two of one name", withSd([salt, "signer", "Người khác"])],
    ["digest-does-not-fit", "a disclosure that no digest names", `${jws}~${rest}${encode([salt, "head", "Người khác"])}~`],
    ["digest-does-not-fit", "a disclosure changed", `${jws}~${encode([salt, "signer", "Người khác"])}~`],
    ["bad-signature", "one bit of the signature turned", `${header}.${payload}.${flipped.toString("base64url")}~${rest}`],
    ["bad-signature", "a signature of nothing but zeros", `${header}.${payload}.${"A".repeat(86)}~${rest}`],
    ["bad-signature", "payload changed", `${header}.${encode({ ...claims, iat: claims.iat + 1 })}.${signature}~${rest}`],
    ["bad-signature", "another header, same signature", `${encode({ kid: head.kid, alg: head.alg, typ: head.typ })}.${payload}.${signature}~${rest}`],
  ];
  const refused = cases.map(([reason, name, text]) => ({ name, verdict: "refused", reason, statement: text }));
  const incomplete = { name: "two disclosures gone", verdict: "incomplete", statement: `${jws}~${two}~` };
  return [...refused, incomplete];
}

function signed(bytes) {
  const options = { key: key.privateKey, format: "jwk", dsaEncoding: "ieee-p1363" };
  return signBytes("sha256", Buffer.from(bytes), options);
}

function encode64(bytes) {
  return Buffer.from(bytes).toString("base64url");
}

/** Salts that are the same at every making, so that only signatures differ. */
function salts(name) {
  let count = 0;
  return (size) => {
    count += 1;
    return createHash("sha256").update(`${name} ${count}`).digest().subarray(0, size);
  };
}

function newKey() {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = pair.publicKey.export({ format: "jwk" });
  const named = createHash("sha256").update(JSON.stringify({ crv: "P-256", kty: "EC", x, y })).digest("base64url");
  return {
    publicKey: { kty: "EC", crv: "P-256", x, y },
    privateKey: pair.privateKey.export({ format: "jwk" }),
    kid: named,
  };
}
