/**
 * Prints the names of all that failed and last, on a line of its own, `N passed, N failed`.
 * @param {{ passed: number, failed: string[] }[]} parts
 * @returns {0 | 1} the exit code
 */
export function total(parts) {
  const failed = parts.flatMap((part) => part.failed);
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ✗ ${name}`).join("\n")}`);
  console.log(`\n${passed} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}
