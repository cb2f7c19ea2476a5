import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importDrafts } from "../../../src/domain/import/import-drafts.ts";
import { openStation } from "../../../src/server/station.ts";
import { readExistingHouseholds } from "../../../src/server/wards/existing-households.ts";
import { readList } from "../../../src/ui/office/households/read-list.ts";
import { createCommandLine, type CommandLine } from "../command-line.ts";

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  await line.run(["init", "thu"]);
});
afterEach(() => line.remove());

test.each(["demo/danh-sach-ho.xlsx", "demo/danh-sach-ho.csv"])(
  "the office's page says of %s what the command says, on an empty ward and again",
  async (path) => {
    const page = await pageOf(path);
    expect((await line.run(["import", "thu", path])).code).toBe(0);
    const command = (await line.log()).filter(({ type }) => type === "household.registered");
    expect(page.drafts).toHaveLength(1003);
    // Names are disclosed apart from the body; the rows below tell them.
    expect(page.drafts.map(({ type, body }) => ({ type, body }))).toEqual(
      command.map(({ type, body }) => ({ type, body: { area: body["area"], members: body["members"] } })),
    );
    const households = await existing();
    expect(households.map(({ head, address, number, note }) => ({ head, address, number, note }))).toEqual(
      page.drafts.map(({ personal = {} }) => ({
        head: personal["head"],
        address: personal["address"],
        number: personal["number"],
        note: personal["note"] ?? "",
      })),
    );
    const again = await pageOf(path);
    expect([again.drafts, again.same]).toEqual([[], 1003]);
  },
);

async function existing() {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const opened = await openStation({
    dataDir: join(line.dir, "data"),
    database: null,
    now: () => Date.now(),
    random,
  });
  if (!opened.ok) throw new Error(opened.error);
  const households = await readExistingHouseholds(opened.value.db, "thu");
  await opened.value.close();
  return households;
}

async function pageOf(path: string) {
  const read = await readList({
    bytes: new Uint8Array(readFileSync(path)),
    existing: await existing(),
    writing: null,
    choices: {},
  });
  if (!read.ok || !read.value.examined.plan.ok) throw new Error(JSON.stringify(read));
  const plan = read.value.examined.plan.value;
  let drawn = 0;
  return { drafts: importDrafts(plan, () => `h${++drawn}`), same: plan.same.length };
}
