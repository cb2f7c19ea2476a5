/** Keeps a record in the browser, durably, and says so by the page's `data-kept`: the number of its files. */
export async function keep(record) {
  const database = await settled(open(), "success");
  const writing = database.transaction("records", "readwrite", { durability: "strict" });
  writing.objectStore("records").put(record, crypto.randomUUID());
  await settled(writing, "complete");
  database.close();
  document.body.dataset.kept = String(record.files.length);
}

function open() {
  const opening = indexedDB.open("peer");
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("records"));
  return opening;
}

function settled(target, good) {
  return new Promise((resolve, reject) => {
    target.addEventListener(good, () => resolve(target.result));
    for (const bad of ["error", "abort"]) target.addEventListener(bad, () => reject(target.error));
  });
}
