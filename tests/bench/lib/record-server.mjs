// A process of its own: the yardsticks' servers, with signed records of a file. One argument: a file of NDJSON lines
// {jti, seq, at, s}. Prints {origin, plain}: plain is the address of the records; POST /fresh answers that of documents, in
// a database that nobody has used.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const express = createRequire(require.resolve("express-pouchdb"))("express");
const compression = createRequire(require.resolve("express-pouchdb"))("compression");
const PouchDB = require("pouchdb");
PouchDB.plugin(require("pouchdb-adapter-memory"));

const records = readFileSync(process.argv[2], "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const InMemory = PouchDB.defaults({ adapter: "memory" });
const docs = records.map(({ jti, ...rest }) => ({ _id: jti, ...rest }));
let made = 0;

const app = express();
app.get("/blank", (_request, answer) => answer.type("html").send("<!doctype html><title>…</title>"));
app.post("/fresh", async (request, answer) => {
  made += 1;
  await new InMemory(`records-${made}`).bulkDocs(docs);
  answer.type("text").send(`http://${request.get("host")}/records-${made}`);
});
app.get("/plain", compression(), (request, answer) => {
  const after = Number(request.query.after);
  const documents = records.filter(({ seq }) => seq > after).slice(0, Number(request.query.limit));
  answer.json({ documents, checkpoint: { seq: documents.at(-1)?.seq ?? after } });
});
app.use(
  require("express-pouchdb")(InMemory, {
    mode: "minimumForPouchDB",
    inMemoryConfig: true,
    logPath: "/dev/null",
  }),
);
const server = app.listen(0, "127.0.0.1", () => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ origin, plain: `${origin}/plain` }));
});
