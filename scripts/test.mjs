// npm test: all of it, the set-up included. `--long` (npm run prove) runs the long forms of the same tests.
import { ensureBrowser } from "./browser.mjs";
import { checks, runSteps } from "./steps.mjs";
import { runSuite } from "./suite.mjs";
import { total } from "./total.mjs";

process.exitCode = await testAll(process.argv.includes("--long"));

async function testAll(long) {
  const browser = ensureBrowser();
  if (!browser.ok) {
    console.error(browser.sentence);
    return 1;
  }
  const options = {
    env: { CHROMIUM: browser.path, ...(long ? { SO_TAY_LONG: "1" } : {}) },
    minutes: long ? 180 : 30,
  };
  const build = await runSteps([{ name: "build", command: [process.execPath, "scripts/build.mjs"] }]);
  const parts = [build, await runSteps(checks), await runSuite(["unit", "ui"], options)];
  if (build.failed.length === 0) {
    parts.push(await runSuite(["server"], options), await runSuite(["e2e"], options));
  } else {
    parts.push({ passed: 0, failed: ["server, e2e: not run, since the build failed"] });
  }
  return total(parts);
}
