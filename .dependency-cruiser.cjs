// The way of the data, and who may import whom (README, 'Map'). `npm run check` and `npm test` hold it.

/** Packages that compute and nothing else: no clock, no network, no screen. */
const pure = "^node_modules/(valibot|jose|yaml|papaparse)/";
const roots = "^src/(main[.]tsx|phone/service-worker[.]ts|server/main[.]ts)$";

/** A folder of src/ that may import from itself, from `folders` and from packages, and from nothing else of src/. */
function layer(name, folders) {
  const allowed = [name, ...folders].join("|");
  return {
    name: `${name}-imports-only-${folders.join("-") || "itself"}`,
    severity: "error",
    from: { path: `^src/${name}/` },
    to: { path: "^src/", pathNot: `^src/((${allowed})/|vite-env[.]d[.]ts$)` },
  };
}

/**
 * The stages of a room of src/, the lowest first: each imports from those below it and from itself. What stands in the room
 * and in no stage is told, too.
 */
function stages(room, text) {
  const names = text.trim().split(/\s+/);
  const some = (list) => `^src/${room}/(${list.join("|").replaceAll(".", "[.]")})(/|$)`;
  return [
    ...names.map((name, at) => ({
      name: `${room}-${name}-imports-from-below`,
      severity: "error",
      from: { path: some([name]) },
      to: { path: `^src/${room}/`, pathNot: some(names.slice(0, at + 1)) },
    })),
    {
      name: `${room}-has-a-stage-for-each`,
      severity: "error",
      from: {},
      to: { path: `^src/${room}/`, pathNot: some(names) },
    },
  ];
}

const DOMAIN = `
  base64url.ts ids.ts result.ts jws.ts statement.ts said.ts household-facts.ts ward-facts.ts vietnamese.ts
  words household holidays days meeting ward kinds signed household.ts ward.ts
  covenant matters report amendment campaign import round`;
const PHONE = `
  api time store log drafts call views trust look append queries say exchange receipt browser acts
  create-phone.ts browser-env.ts start-phone.ts later-phone.ts practice-village.ts practice.ts service-worker.ts`;
const SERVER = `
  check store settings.ts log turns gate sight judge accept.ts keys parts.ts wards add-areas.ts public page
  http read.ts attachments.ts enrol.ts held.ts parcels.ts read-on.ts totals routes app.ts
  addresses station.ts backup demo export import rekey.ts rejudge.ts metrics verify commands cli.ts when-asked.ts main.ts`;

module.exports = {
  forbidden: [
    layer("domain", []),
    layer("wire", ["domain"]),
    layer("phone", ["domain", "wire"]),
    layer("ui", ["domain", "phone"]),
    layer("server", ["domain", "wire"]),
    ...stages("domain", DOMAIN),
    ...stages("phone", PHONE),
    ...stages("server", SERVER),
    {
      name: "main-is-the-browser",
      severity: "error",
      from: { path: "^src/(main|app)[.]tsx$" },
      to: { path: "^src/server/" },
    },
    {
      name: "nobody-imports-a-root",
      severity: "error",
      from: { path: "^src/" },
      to: { path: roots },
    },
    {
      name: "domain-is-pure",
      comment: "No clock, no randomness, no I/O, no React.",
      severity: "error",
      from: { path: "^src/(domain|wire)/" },
      to: { pathNot: [`^src/`, pure] },
    },
    {
      name: "no-node-in-the-browser",
      severity: "error",
      from: { path: "^src/((main|app)[.]tsx$|phone/|ui/)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-database-on-screens",
      comment: "Screens read by one live query and write by one command of phone/.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^node_modules/(dexie|better-sqlite3|kysely)/" },
    },
    {
      name: "no-screens-below",
      severity: "error",
      from: { path: "^src/(phone|server)/" },
      to: { path: "^node_modules/(react|react-dom|react-i18next|i18next|wouter|lucide-react)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-dead-files",
      comment: "A file that no root reaches is used by nobody.",
      severity: "error",
      from: { path: roots },
      to: { path: "^src/", pathNot: ["[.]d[.]ts$", roots], reachable: false },
    },
    {
      name: "no-tests-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tests|scripts)/" },
    },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "only-declared-packages",
      severity: "error",
      from: { path: "^src/", pathNot: "[.]d[.]ts$" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".mjs", ".json"],
    },
  },
};
