import { run } from "../../../scripts/run.mjs";

/** Builds `empty-page/` into a folder. */
export async function buildEmptyPage(outDir) {
  const config = "tests/bench/empty-page/vite.config.ts";
  const built = await run({
    command: ["vite", "build", "--config", config, "--outDir", outDir, "--emptyOutDir"],
    quiet: true,
  });
  if (!built.ok) throw new Error(built.output);
}
