// npm run check: types, lint, format, import rules and unit tests, in under a minute. Screens are for npm test.
import { checks, runSteps } from "./steps.mjs";
import { runSuite } from "./suite.mjs";
import { total } from "./total.mjs";

process.exitCode = total([await runSteps(checks), await runSuite(["unit"])]);
