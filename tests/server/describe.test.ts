import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCommandLine, LIST_OF_TWO, type CommandLine } from "./command-line.ts";

const BASIS = "Phường giữ danh sách hộ theo Kế hoạch số 1 của Uỷ ban nhân dân phường.";

let cli: CommandLine;
beforeEach(async () => {
  cli = await createCommandLine();
});
afterEach(() => cli.remove());

describe("the basis of the list of households", () => {
  test("is said when the ward is made", async () => {
    expect((await cli.run(["init", "thu", "--basis", BASIS])).code).toBe(0);
    expect((await last()).basis).toBe(BASIS);
  });

  test("is said, changed and taken away later, and all else stays as it was", async () => {
    await cli.run(["init", "thu", "--name", "Phường Thử", "--opinion-days", "9"]);
    await cli.run(["import", "thu", cli.file("hai.csv", LIST_OF_TWO)]);
    const before = await last();
    expect(before).not.toHaveProperty("basis");

    expect(await cli.run(["describe", "thu", "--basis", `  ${BASIS}\n`])).toMatchObject({
      code: 0,
      out: ["ward.described thu"],
    });
    expect(await last()).toEqual({ ...before, basis: BASIS });
    const said = (await cli.log()).length;
    expect(await cli.run(["describe", "thu", "--basis", BASIS])).toMatchObject({ code: 0, out: [] });
    expect((await cli.log()).length).toBe(said);

    await cli.run(["describe", "thu", "--basis", "Căn cứ khác."]);
    expect(await last()).toEqual({ ...before, basis: "Căn cứ khác." });
    await cli.run(["import", "thu", cli.file("ba.csv", LIST_OF_TWO.replace("\n1,1,1", "\n3,1,1"))]);
    expect((await last()).basis).toBe("Căn cứ khác.");
    await cli.run(["describe", "thu", "--basis", ""]);
    expect(await last()).not.toHaveProperty("basis");
  });

  test("is one sentence of 300 letters at most", async () => {
    const long = "ệ".repeat(300);
    expect((await cli.run(["init", "thu", "--basis", `${long}x`])).err).toContain("300");
    expect((await cli.run(["init", "thu", "--basis", long.normalize("NFD")])).code).toBe(0);
    expect((await last()).basis).toBe(long);
    expect(await cli.run(["describe", "thu", "--basis", `${long}x`])).toMatchObject({ code: 1, out: [] });
    expect(await cli.run(["describe", "thu", "--basis", "Câu một.\nCâu hai."])).toMatchObject({ code: 1 });
    expect((await last()).basis).toBe(long);
    expect((await cli.run(["describe", "thu"])).code).toBe(1);
  });
});

/** What the ward said of itself last. */
async function last(): Promise<Record<string, unknown>> {
  const said = (await cli.log()).findLast(({ type }) => type === "ward.described");
  return said?.body ?? {};
}
