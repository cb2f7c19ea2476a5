import { describe, expect, it } from "vitest";

import { countReport } from "../../scripts/count.mjs";

describe("countReport", () => {
  it("counts what passed, and names what failed", () => {
    const report = { testResults: [file("failed", ["passed", "failed", "passed"])] };
    expect(countReport(report)).toEqual({ passed: 2, failed: ["a.test.ts: test 1"] });
  });

  it("counts a skipped test as failed", () => {
    const report = { testResults: [file("passed", ["passed", "skipped", "todo"])] };
    expect(countReport(report)).toEqual({
      passed: 1,
      failed: ["a.test.ts: test 1 (skipped)", "a.test.ts: test 2 (todo)"],
    });
  });

  it("counts a file that could not be read as one failure", () => {
    const report = { testResults: [file("failed", [])] };
    expect(countReport(report)).toEqual({ passed: 0, failed: ["a.test.ts: the file itself failed"] });
  });

  it("does not take a file without tests for a pass", () => {
    const report = { testResults: [file("passed", [])] };
    expect(countReport(report)).toEqual({ passed: 0, failed: ["a.test.ts: holds no test"] });
  });
});

function file(status, tests) {
  const assertionResults = tests.map((state, i) => ({ status: state, fullName: `test ${i}` }));
  return { name: "a.test.ts", status, assertionResults };
}
