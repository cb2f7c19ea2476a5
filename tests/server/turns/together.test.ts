import { afterEach, beforeEach, expect, test } from "vitest";

import type { Store } from "../../../src/server/store/store.ts";
import { together } from "../../../src/server/turns/together.ts";
import { makeStorePlace, type StorePlace } from "../store-place.ts";

let place: StorePlace;
let store: Store;
beforeEach(async () => {
  place = await makeStorePlace();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

test("what is asked for in one turn is looked for by one query, each key once", async () => {
  const asked: (readonly string[])[] = [];
  const find = together((_db, keys) => {
    asked.push(keys);
    return Promise.resolve(new Map(keys.filter((key) => key !== "c").map((key) => [key, key.toUpperCase()])));
  });
  const found = await Promise.all(["a", "b", "a", "c"].map((key) => find(store.db, key)));
  expect(found).toEqual(["A", "B", "A", undefined]);
  expect(asked).toEqual([["a", "b", "c"]]);
  expect(await find(store.db, "a")).toBe("A");
  expect(asked).toEqual([["a", "b", "c"], ["a"]]);
});

test("a query that fails fails all who asked, and none who asks later", async () => {
  let isBroken = true;
  const find = together((_db, keys) =>
    isBroken ? Promise.reject(new Error("away")) : Promise.resolve(new Map(keys.map((key) => [key, key]))),
  );
  const both = await Promise.allSettled([find(store.db, "a"), find(store.db, "b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  expect(await find(store.db, "a")).toBe("a");
});
