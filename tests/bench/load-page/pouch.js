// PouchDB as it comes, in a page that has loaded its bundle. `tuned`: the newer adapter, larger batches.
globalThis.pouch = { load, say, send };

const opened = new Map();

function open(tuned) {
  const known = opened.get(tuned);
  if (known) return known;
  const db = tuned ? new PouchDB("tuned", { adapter: "indexeddb" }) : new PouchDB("plain");
  opened.set(tuned, db);
  return db;
}

function batches(tuned) {
  return tuned ? { batch_size: 1000 } : {};
}

/** Milliseconds until every document is kept. */
async function load(url, tuned) {
  const db = open(tuned);
  const start = performance.now();
  const { docs_written: written } = await db.replicate.from(url, batches(tuned));
  return { elapsed: performance.now() - start, statements: written };
}

/** Keeps signed records that nobody has yet. */
async function say(docs, tuned) {
  await open(tuned).bulkDocs(docs);
}

async function send(url, tuned) {
  const start = performance.now();
  const { docs_written: written } = await open(tuned).replicate.to(url, batches(tuned));
  return { elapsed: performance.now() - start, written };
}
