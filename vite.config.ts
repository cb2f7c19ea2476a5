import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { VitePWA, type ManifestOptions } from "vite-plugin-pwa";

/** `vite build` makes the app in dist/web, `vite build --ssr` the server and its command line in dist/server. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server() : web()));

function web(): UserConfig {
  return {
    define: definitions(),
    plugins: [importPlainly(), nameIcons(), react(), nameAppScripts(), installable()],
    resolve: {
      // What "dexie" names is written for browsers of 2015: larger, and slower at each query.
      alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }],
    },
    build: {
      outDir: "dist/web",
      emptyOutDir: true,
      sourcemap: true,
      // One file: what is shown first needs the looks of screens whose script comes later.
      cssCodeSplit: false,
      // The Content-Security-Policy knows no data: addresses; every file stands by itself.
      assetsInlineLimit: 0,
      // The list of what each lazy part needs besides would be read before the handbook; the worker has all parts anyway.
      modulePreload: false,
      // What writes and reads an office's papers is large, and fetched where papers are made: `npm run bench` weighs the rest.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: inOneFile, debugName: "parts of the app" }],
            includeDependenciesRecursively: false,
          },
        },
      },
    },
  };
}

/**
 * All that src/app.tsx needs to open comes as one file, the phone itself as a second, and what a pledge, the round and the
 * rest of a handbook need besides as further ones, less what they share: each further one is asked for on its own, and
 * compresses worse.
 */
function inOneFile(id: string, modules: Modules): string | null {
  // The bundler's own helpers.
  if (id.includes("rolldown/runtime")) return "app";
  const isNeededBy = (entry: string) => reaches(id, entry, modules, new Set());
  if (isNeededBy("/src/main.tsx")) return null;
  if (isNeededBy("/src/app.tsx")) return "app";
  const users = Object.entries(PARTS).filter(([, entries]) => entries.some(isNeededBy));
  const [first, second] = users.map(([part]) => part);
  if (first === undefined) return id.includes("/lucide-react/") ? "icons" : null;
  // What a form that is drawn without the phone shares with it comes with the app; a reader waits for nothing of a form.
  if (first === "pledge" && second === "phone") return "app";
  return first === "pledge" && second !== undefined ? "parts" : first;
}

/** Who needs what, by the name of its file; what several need is the first one's. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  pledge: ["/src/ui/pledge/Signing.tsx", "/src/ui/text/vi-pledge.ts", "/src/phone/later-phone.ts"],
  phone: ["/src/phone/start-phone.ts"],
  sign: ["/src/ui/pledge/SignStep.tsx", "/src/ui/receipt/Receipt.tsx"],
  // The round, and the words that it brings along.
  round: ["/src/ui/round/Round.tsx", "/src/ui/text/vi-later.ts"],
  // What of a handbook is opened after its first picture.
  reader: [
    "/src/ui/handbook/ArticleReader.tsx",
    "/src/ui/handbook/Around.tsx",
    "/src/ui/handbook/Beginning.tsx",
    "/src/ui/handbook/chapters/Halts.tsx",
    "/src/ui/handbook/SearchHits.tsx",
  ],
};

/**
 * What Vite puts around each lazy import fetches what else that part needs, from a list that is empty here: see `cssCodeSplit` and
 * `modulePreload`. It would come before the handbook, too.
 */
function importPlainly(): Plugin {
  const helper = "\0vite/preload-helper.js";
  return {
    name: "import-plainly",
    enforce: "pre",
    load: (id) => (id === helper ? "export const __vitePreload = (load) => load();" : null),
  };
}

/** Names each icon's own module where it is used: by the list of them all, every one would count as needed by the app. */
function nameIcons(): Plugin {
  const list = readFileSync(
    new URL("node_modules/lucide-react/dist/esm/lucide-react.mjs", import.meta.url),
    "utf8",
  );
  const files = new Map<string, string>();
  for (const [, names = "", file = ""] of list.matchAll(/^export \{ (.*) \} from '\.\/icons\/(.*)\.mjs'/gm))
    for (const [, name = ""] of names.matchAll(/default as (\w+)/g)) files.set(name, file);
  return {
    name: "name-icons",
    enforce: "pre",
    apply: "build",
    transform: {
      filter: { id: /\/src\/ui\/.*\.tsx?$/ },
      handler: (code) => ({
        map: null,
        code: code.replace(/^import \{([^}]*)\} from "lucide-react";/gm, (_all, names: string) =>
          names
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "")
            .map((one) => {
              const [, type, name = "", as = name] = /^(type )?(\w+)(?: as (\w+))?$/.exec(one) ?? [];
              const file = files.get(name);
              if (type !== undefined) return `import type { ${name} as ${as} } from "lucide-react";`;
              if (file === undefined) throw new Error(`lucide-react has no icon ${one}`);
              return `import ${as} from "lucide-react/icons/${file}";`;
            })
            .join(" ")
            // As many lines as before: the map of the others stays true.
            .concat("\n".repeat(names.split("\n").length - 1)),
        ),
      }),
    },
  };
}

interface Modules {
  /** Who imports a module, dynamic imports apart. */
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

function reaches(id: string, entry: string, modules: Modules, seen: Set<string>): boolean {
  if (id.endsWith(entry)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (modules.getModuleInfo(id)?.importers ?? []).some((by) => reaches(by, entry, modules, seen));
}

/**
 * Names the app's scripts in the page, for the server to have them fetched with a page that it sends (server/http/static.ts). The
 * worker's own page asks for nothing early: there the first look is drawn before.
 */
function nameAppScripts(): Plugin {
  return {
    name: "name-app-scripts",
    transformIndexHtml: {
      order: "post",
      handler(_page, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
        const named = (...entries: readonly string[]) => {
          const wanted = chunks.filter(({ moduleIds }) =>
            entries.some((entry) => moduleIds.some((id) => id.endsWith(entry))),
          );
          return [...new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]))]
            .filter((file) => !chunks.some((chunk) => chunk.isEntry && chunk.fileName === file))
            .map((file) => `/${file}`)
            .join(" ");
        };
        return Object.entries({
          "app-scripts": named("/src/app.tsx", "/src/phone/start-phone.ts"),
          "form-scripts": named("/src/app.tsx", "/src/ui/pledge/Signing.tsx"),
        }).map(([name, content]) => ({ tag: "meta", injectTo: "head" as const, attrs: { name, content } }));
      },
    },
  };
}

function server(): UserConfig {
  return {
    define: definitions(),
    // public/ belongs to the app only.
    publicDir: false,
    // Hundreds of small files, of which a command needs little: read one by one they took longer than what it was asked to do.
    ssr: { noExternal: ["kysely", "yaml", "valibot", "uqr", "papaparse", "jose"] },
    build: {
      ssr: true,
      outDir: "dist/server",
      emptyOutDir: true,
      target: "node20",
      sourcemap: true,
      minify: false,
      rolldownOptions: { input: "src/server/main.ts" },
    },
  };
}

function installable() {
  return VitePWA({
    strategies: "injectManifest",
    srcDir: "src/phone",
    filename: "service-worker.ts",
    registerType: "prompt",
    // phone/browser/registrar.ts registers: a script in the page would break the Content-Security-Policy.
    injectRegister: false,
    injectManifest: {
      // Letters of a further language are fetched, and kept, where somebody reads it.
      globPatterns: ["**/*.{js,css,html,svg,png,webmanifest}", "**/be-vietnam-pro-*.woff2"],
      // For others that show a link; no phone needs it. And what writes an office's papers, which the office's device keeps,
      // and reads those of Word.
      globIgnores: [
        "chia-se.png",
        "assets/administrative-paper-*.js",
        "assets/open-docx-*.js",
        "assets/jszip*.js",
      ],
      rollupFormat: "iife",
    },
    // Listed by globPatterns already.
    includeManifestIcons: false,
    manifest: manifest(),
  });
}

function manifest(): Partial<ManifestOptions> {
  return {
    id: "/",
    name: "Sổ tay Quy ước",
    short_name: "Sổ tay",
    description: "Quy ước khu phố trong máy, đọc được khi không có mạng, và bản ghi cam kết của từng hộ.",
    lang: "vi",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    theme_color: "#9E1B1B",
    background_color: "#FAF6EF",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
  };
}

function definitions(): Record<string, string> {
  return { __APP_VERSION__: JSON.stringify(process.env.SO_TAY_VERSION ?? version()) };
}

/** `0.1.0+1a2b3c4`; without git, as in an unpacked archive, the number alone. */
function version(): string {
  const text = readFileSync(new URL("package.json", import.meta.url), "utf8");
  const { version: number } = JSON.parse(text) as { version: string };
  try {
    const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: new URL(".", import.meta.url),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return `${number}+${commit.trim()}`;
  } catch {
    return number;
  }
}
