import { expect, test } from "vitest";

import { createWaiters } from "../../../src/server/turns/waiters.ts";

const never = new AbortController().signal;
const WARD = "phuong-thu";

test("one caller holds only so many places: a further wait ends its oldest, and nobody else's", async () => {
  const waiters = createWaiters(
    () => Promise.resolve(new Map()),
    () => Promise.resolve(false),
  );
  const ended: string[] = [];
  const wait = (by: string, name: string, ward = WARD) =>
    void waiters.wait({ ward, head: 1, by }, 60_000, never).then(() => ended.push(name));
  wait("binh", "another's");
  wait("anna", "of another ward", "phuong-khac");
  for (let at = 0; at < 52; at += 1) wait("anna", `${at}`);
  await Promise.resolve();
  expect(ended).toEqual(["0", "1"]);
  expect(waiters.count()).toBe(52);
  waiters.notice(WARD, 2);
  await Promise.resolve();
  expect(ended).toHaveLength(53);
  expect(waiters.count()).toBe(1);
  waiters.close();
});
