import { parseArgs } from "node:util";
import type { Arguments, Command, Io } from "./commands/command.ts";
import { MISUSES, type Misuse } from "./commands/words.ts";

/**
 * The commands of PROTOCOL.md §6, in the order in which an office comes to need them. Each is read when it is asked for: whoever
 * invites a device waits for no web server.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).serve,
  demo: async () => (await import("./commands/demo.ts")).demo,
  init: async () => (await import("./commands/init.ts")).init,
  describe: async () => (await import("./commands/describe.ts")).describe,
  import: async () => (await import("./commands/import.ts")).importList,
  area: async () => (await import("./commands/area.ts")).area,
  publish: async () => (await import("./commands/publish.ts")).publish,
  campaign: async () => (await import("./commands/campaign.ts")).campaign,
  invite: async () => (await import("./commands/invite.ts")).invite,
  take: async () => (await import("./commands/take.ts")).take,
  verify: async () => (await import("./commands/verify.ts")).verify,
  addresses: async () => (await import("./commands/addresses.ts")).addresses,
  backup: async () => (await import("./commands/backup.ts")).backup,
  restore: async () => (await import("./commands/restore.ts")).restore,
  rekey: async () => (await import("./commands/rekey.ts")).rekey,
  export: async () => (await import("./commands/export.ts")).exportLists,
};

/** Runs the command line; the answer is the exit code: 0 only when it did what it was asked, 2 where it did not understand. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name = "", ...rest] = argv;
  if (name === "help" && Object.hasOwn(COMMANDS, rest[0] ?? "")) return await runCli([...rest, "--help"], io);
  if (/^(--help|-h|help)$/.test(name)) {
    io.out(await overview());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (!command) {
    if (name !== "") io.err(`Không có lệnh '${name}'.`);
    io.err(await overview());
    return 2;
  }
  const given = understand(command, rest);
  if (given === "help") {
    io.out(`so-tay ${command.usage}\n\n${command.help}`);
    return 0;
  }
  if ("why" in given) {
    io.err(MISUSES[given.why](given.what, given.value));
    io.err(`Cách dùng: so-tay ${command.usage}`);
    return 2;
  }
  return await command.run(given, io);
}

/** What of a command line is not what its command takes. */
interface Misused {
  readonly why: Misuse;
  readonly what: string;
  readonly value?: string;
}

/** The arguments of a command, or the first of them that it does not take. */
function understand(command: Command, rest: readonly string[]): Arguments | "help" | Misused {
  const options: Command["options"] = { ...command.options, help: { type: "boolean", short: "h" } };
  // Not strictly: Node would say in English what is wrong.
  const { positionals, values, tokens } = parseArgs({
    args: [...rest],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined) return { why: "unknown-option", what: rawName };
    if (type === "boolean" && value !== undefined) return { why: "needless-value", what: rawName, value };
    // What begins with a dash is the next option, unless it hangs on by '='.
    if (type === "string" && (value === undefined || (/^-./.test(value) && !token.inlineValue)))
      return { why: "no-value", what: rawName };
  }
  if (values["help"] === true) return "help";
  const [least, most] = command.arguments;
  if (positionals.length < least) return { why: "too-few", what: command.usage.split(" ")[0] ?? "" };
  if (positionals.length > most) return { why: "too-many", what: positionals[most] ?? "" };
  return { positionals, values: values as Arguments["values"] };
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((read) => read()));
  const lines = commands.map(({ usage }) => `  so-tay ${usage}`);
  return ["Sổ tay quy ước. Các lệnh:", ...lines, "Thêm --help sau một lệnh để biết lệnh đó làm gì."].join(
    "\n",
  );
}
