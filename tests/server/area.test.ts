import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFoundedWard, LIST_OF_TWO, type CommandLine } from "./command-line.ts";

let cli: CommandLine;
beforeEach(async () => {
  cli = await createFoundedWard();
});
afterEach(() => cli.remove());

describe("area", () => {
  test("gives an area another name, by the ward key, and leaves all else as it was", async () => {
    const before = await last();
    expect(await cli.run(["area", "thu", "kp10", "--name", " Khu phố Mười "])).toMatchObject({
      code: 0,
      out: ["ward.described thu"],
    });
    const areas = before.areas.map((one) => (one.code === "kp10" ? { ...one, name: "Khu phố Mười" } : one));
    expect(await last()).toEqual({ ...before, areas });
    const said = (await cli.log()).length;
    expect(await cli.run(["area", "thu", "kp10", "--name", "Khu phố Mười"])).toMatchObject({
      code: 0,
      out: [],
    });
    expect((await cli.log()).length).toBe(said);
    expect((await cli.run(["verify", "thu"])).code).toBe(0);
  });

  test("ends one with a day, into another, says how many households stand in it, and opens it again", async () => {
    const ended = await cli.run(["area", "thu", "kp10", "--to", "2026-12-31", "--into", "kp1"]);
    expect([ended.code, ended.err.includes("1 hộ")]).toEqual([0, true]);
    expect(await area("kp10")).toMatchObject({ name: "Khu phố 10", to: "2026-12-31", into: "kp1" });
    await cli.run(["import", "thu", cli.file("ba.csv", LIST_OF_TWO.replace("\n1,1,1", "\n3,1,1"))]);
    expect(await area("kp10")).toMatchObject({ to: "2026-12-31", into: "kp1" });
    expect((await cli.run(["area", "thu", "kp10", "--to", ""])).code).toBe(0);
    expect(await area("kp10")).toEqual({ code: "kp10", name: "Khu phố 10", kind: "khuPho" });
  });

  test.each([
    [[]],
    [["--name", " "]],
    [["--to", "31/12/2026"]],
    [["--to", "2026-02-30"]],
    [["--into", "kp1"]],
    [["--to", "2026-12-31", "--into", "kp7"]],
    [["--to", "2026-12-31", "--into", "kp10"]],
    [["--to", "2026-12-31", "--into", "kp10/t01"]],
    [["--to", "", "--into", "kp1"]],
  ])("changes nothing where it is asked for %j", async (options) => {
    const said = (await cli.log()).length;
    const { code, err } = await cli.run(["area", "thu", "kp10", ...options]);
    expect([code, err === "", (await cli.log()).length]).toEqual([1, false, said]);
  });

  test("invites nobody into one that has ended, unless households stand in it still", async () => {
    await cli.run(["area", "thu", "kp10", "--to", "2026-01-31", "--into", "kp1"]);
    expect((await cli.run(["invite", "thu", "volunteer", "kp1,kp10"])).code).toBe(0);
    await cli.run(["area", "thu", "kp10/t01", "--to", "2026-01-31"]);
    expect((await cli.run(["invite", "thu", "volunteer", "kp10/t01"])).code).toBe(0);
    const areas = [
      ...(await last()).areas,
      { code: "kp4", name: "Khu phố 4", kind: "khuPho", to: "2026-01-31" },
    ];
    await cli.says("thu", [{ type: "ward.described", sub: "thu", body: { ...(await last()), areas } }]);
    for (const code of ["kp4", "kp4/t20", "kp1,kp4"]) {
      const told = await cli.run(["invite", "thu", "volunteer", code]);
      expect([told.code, told.out, told.err.includes("đã thôi tồn tại: kp4")]).toEqual([1, [], true]);
    }
  });

  test("knows no area that the ward has not got, and joins none into one that has ended", async () => {
    expect((await cli.run(["area", "thu", "kp7", "--name", "Khu phố 7"])).err).toContain("kp10");
    await cli.run(["area", "thu", "kp1", "--to", "2026-06-30"]);
    expect((await cli.run(["area", "thu", "kp10", "--to", "2026-12-31", "--into", "kp1"])).code).toBe(1);
  });
});

interface Areas {
  readonly areas: readonly { readonly code: string }[];
}

/** What the ward said of itself last. */
async function last(): Promise<Areas> {
  const said = (await cli.log()).findLast(({ type }) => type === "ward.described");
  return said?.body as unknown as Areas;
}

async function area(code: string): Promise<unknown> {
  return (await last()).areas.find((one) => one.code === code);
}
