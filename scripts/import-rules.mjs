// Who may import whom (.dependency-cruiser.cjs), and a guard that the checker really saw the files:
// it once passed for months in other projects because a new compiler had silently blinded it.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

import { root } from "./paths.mjs";

process.chdir(root);
const complaints = await checkImports();
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

async function checkImports() {
  const rules = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs"));
  const { output } = await cruise(
    ["src"],
    { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden } },
    undefined,
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  const broken = output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from === to ? from : `${from} → ${to}`}`,
  );
  const blind = unseen(output.modules);
  console.log(`${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised} imports`);
  return [...broken, ...blind];
}

/** Each source file has to be among the modules seen, and files that import each other have to be joined. */
function unseen(modules) {
  const seen = new Map(modules.map((module) => [module.source, module.dependencies.length]));
  const files = sourceFiles();
  const missing = files.filter((file) => !seen.has(file)).map((file) => `not seen: ${file}`);
  const imports = files.reduce((total, file) => total + (seen.get(file) ?? 0), 0);
  if (files.length > 1 && imports < files.length / 2) {
    missing.push(`only ${imports} imports seen in ${files.length} files: the checker is blind`);
  }
  return missing;
}

function sourceFiles() {
  return readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<![.]d)[.]tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
