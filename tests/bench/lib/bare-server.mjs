// A process of its own: the least that taking pushes costs. It reads each statement, checks its signature as the project's
// server does, and inserts what came in one turn of the event loop in one durable transaction. It asks no token, compares no
// digest, judges nothing and counts nothing. One argument: a folder for its table. Prints its origin.
import { createHash, createPublicKey } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";

import Database from "better-sqlite3";
import { runnerImport } from "vite";

import { root } from "../../../scripts/paths.mjs";

const { module } = await runnerImport(join(root, "src/server/check/verifiers.ts"), { logLevel: "error" });
const { verify } = module.createVerifiers();
const database = new Database(join(process.argv[2], "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  "create table statements (seq integer primary key, jti text unique, kid text, text text) strict",
);
const insert = database.prepare("insert into statements (jti, kid, text) values (?, ?, ?)");
const commit = database.transaction((waiting) => {
  for (const { statements } of waiting)
    for (const { jti, kid, text } of statements) insert.run(jti, kid, text);
});
const keys = new Map();
let waiting = [];

const server = createServer(async (request, answer) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks));
  const path = request.url.split("/").at(-1);
  const { status, json } = await ANSWERS[path](body);
  const text = JSON.stringify(json);
  answer.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  answer.end(text);
});

/** As far as the clients of push-load.mjs ask. */
const ANSWERS = {
  invites: async () => ({ status: 201, json: { url: `${origin}/vao#bare.code` } }),
  async devices({ publicKey }) {
    const kid = createHash("sha256").update(JSON.stringify(publicKey)).digest("base64url");
    keys.set(kid, createPublicKey({ key: publicKey, format: "jwk" }));
    return { status: 201, json: {} };
  },
  async statements({ statements: texts }) {
    const statements = texts.map(read);
    const good = await verify(statements);
    await new Promise((done) => take({ statements, done }));
    const results = statements.map(({ jti }, at) => ({ jti, status: good[at] ? "accepted" : "rejected" }));
    return { status: 200, json: { results } };
  },
};

function read(text) {
  const jws = text.slice(0, text.indexOf("~"));
  const [header, payload] = jws.split(".").map((part) => Buffer.from(part, "base64url").toString());
  const { kid } = JSON.parse(header);
  return { jti: JSON.parse(payload).jti, kid, key: keys.get(kid), jws, text };
}

function take(push) {
  if (waiting.length === 0)
    setImmediate(() => {
      const now = waiting;
      waiting = [];
      commit(now);
      for (const { done } of now) done();
    });
  waiting.push(push);
}

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
console.log(origin);
