import { expect, test } from "vitest";
import { latestWriter } from "../../src/ui/parts/hooks/latest-writer.ts";

test("the first is written at once, and of what comes meanwhile the latest as soon as that is done", async () => {
  const { written, write, writer, done } = slowWriter();
  write("T");
  expect(written).toEqual(["T"]);
  write("Tr");
  write("Tro");
  expect(written).toEqual(["T"]);
  await done();
  expect(written).toEqual(["T", "Tro"]);
  const settled = writer.settled();
  await done();
  await settled;
  expect(written).toEqual(["T", "Tro"]);
  write("Trong");
  expect(written).toEqual(["T", "Tro", "Trong"]);
});

test("what is let go before its turn is not written", async () => {
  const { written, write, writer, done } = slowWriter();
  write("T");
  write("Tr");
  writer.release();
  await done();
  await writer.settled();
  expect(written).toEqual(["T"]);
});

/** One whose disk answers when it is let. */
function slowWriter() {
  const written: string[] = [];
  const answers: (() => void)[] = [];
  const writer = latestWriter();
  const write = (value: string) =>
    writer.write(() => {
      written.push(value);
      return new Promise<void>((resolve) => void answers.push(resolve));
    });
  async function done(): Promise<void> {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { written, write, writer, done };
}
