// The pages of the two form libraries that our pledge is counted against, built as their documentation says.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium as playwright } from "playwright-core";
import { build } from "vite";

import { precompress } from "../../../scripts/precompress.mjs";
import { run } from "../../../scripts/run.mjs";
import { serveFolder } from "./serve-folder.mjs";

const folder = join(import.meta.dirname, "../peers");
const modules = join(folder, "node_modules");

/** Installs the libraries into their own folder, where that has not been done. */
export async function installPeers() {
  if (existsSync(modules)) return;
  // They ask for Yarn, and their builds need no scripts of packages.
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const install = await run({ command: ["npm", "ci", "--prefix", folder, ...options], quiet: true });
  if (!install.ok) throw new Error(install.output);
}

/** Builds `enketo-core` with our pledge's form into a folder, with a worker that keeps the whole page. */
export async function buildEnketo({ outDir, chromium }) {
  const { form, model } = await transform(chromium);
  const core = join(modules, "enketo-core");
  const { browser } = JSON.parse(readFileSync(join(core, "package.json"), "utf8"));
  await buildPage("enketo", outDir, {
    plugins: [
      {
        name: "write-form",
        transformIndexHtml: (page) =>
          page
            .replace("<!-- form -->", () => form)
            .replace(
              "<!-- model -->",
              () => `<script type="application/json" id="model">${text(model)}</script>`,
            ),
      },
    ],
    resolve: {
      alias: Object.entries(browser).map(([find, file]) => ({
        find,
        replacement: join(core, file).replace(/(\.js)?$/, ".js"),
      })),
    },
    css: {
      preprocessorOptions: {
        scss: {
          loadPaths: [modules],
          importers: [{ findFileUrl }],
          quietDeps: true,
          silenceDeprecations: ["import"],
        },
      },
    },
  });
}

/** One of its style sheets names another as it lies where Enketo is developed. */
function findFileUrl(url) {
  const [, name] = /^\/packages\/enketo-core\/node_modules\/(.*)/.exec(url) ?? [];
  return name === undefined ? null : pathToFileURL(join(modules, name));
}

/** The same with `@getodk/web-forms`. */
export async function buildOdk({ outDir }) {
  await buildPage("odk", outDir, {
    define: {
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
  });
}

async function buildPage(name, outDir, config) {
  await build({
    ...config,
    configFile: false,
    root: join(folder, name),
    logLevel: process.env.LL ?? "error",
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
  writeWorker(outDir);
  await precompress(outDir);
}

/** With it the page opens a second time without coverage, as ours does. */
function writeWorker(outDir) {
  const files = readdirSync(join(outDir, "assets")).map((name) => `/assets/${name}`);
  const script = readFileSync(join(folder, "worker.js"), "utf8");
  writeFileSync(join(outDir, "sw.js"), `const FILES = ${JSON.stringify(["/", ...files])};\n${script}`);
}

/** What Enketo's server does with an XForm: by its own transformer's form for browsers, which needs no native library. */
async function transform(chromium) {
  const server = await serveFolder(join(modules, "enketo-transformer/dist/enketo-transformer/web"));
  const browser = await playwright.launch({
    executablePath: chromium,
    headless: true,
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(`${server.origin}/blank`);
    return await page.evaluate(
      async (xform) => {
        const { transform: asForm } = await import("/transformer.js");
        const { form, model } = await asForm({ xform, theme: "formhub" });
        return { form, model };
      },
      readFileSync(join(folder, "pledge.xml"), "utf8"),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** JSON that a page's `script` can hold. */
function text(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
