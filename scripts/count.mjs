/**
 * Counts a report of Vitest's JSON reporter. A skipped test counts as failed, and so does a file that could not be
 * read or whose hooks failed.
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @param {(file: string) => string} short how a file is named to people
 * @returns {{ passed: number, failed: string[] }}
 */
export function countReport(report, short = (file) => file) {
  const failed = [];
  let passed = 0;
  for (const file of report.testResults) {
    const name = short(file.name);
    const before = failed.length;
    for (const test of file.assertionResults) {
      if (test.status === "passed") passed += 1;
      else failed.push(`${name}: ${test.fullName}${test.status === "failed" ? "" : ` (${test.status})`}`);
    }
    if (file.status !== "passed" && failed.length === before) failed.push(`${name}: the file itself failed`);
    if (file.assertionResults.length === 0 && file.status === "passed") failed.push(`${name}: holds no test`);
  }
  return { passed, failed };
}
