// npm test: all of it, the set-up included. `--long` (npm run prove) runs the long forms of the same tests, and ends with a table of what they proved.
import { ensureBrowser } from "./browser.mjs";
import { collectProofs } from "./proofs.mjs";
import { checks, runSteps } from "./steps.mjs";
import { runSuite } from "./suite.mjs";
import { total } from "./total.mjs";

/** What needs the built project, or a machine to itself: one after another, those of one line at a time. */
const suites = [["server", "server-postgres"], ["faults", "faults-postgres"], ["faults-many"], ["e2e"]];

process.exitCode = await testAll(process.argv.includes("--long"));

async function testAll(long) {
  const browser = ensureBrowser();
  if (!browser.ok) {
    console.error(browser.sentence);
    return 1;
  }
  const proofs = collectProofs();
  const options = {
    env: {
      CHROMIUM: browser.path,
      ...(long ? { SO_TAY_LONG: "1", SO_TAY_PROOFS: proofs.path } : {}),
    },
    minutes: long ? 180 : 30,
  };
  const build = { name: "build", command: [process.execPath, "scripts/build.mjs"] };
  const steps = await runSteps([build, ...checks]);
  const parts = [steps, await runSuite(["unit", "phone", "ui", "ui-alone"], options)];
  if (steps.failed.includes(build.name)) {
    parts.push({ passed: 0, failed: [`${suites.join(", ")}: not run, since the build failed`] });
  } else {
    for (const projects of suites) parts.push(await runSuite(projects, options));
  }
  proofs.print();
  return total(parts);
}
