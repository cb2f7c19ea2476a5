import { parseArgs } from "node:util";
import { addresses } from "./commands/addresses.ts";
import { area } from "./commands/area.ts";
import { backup } from "./commands/backup.ts";
import { campaign } from "./commands/campaign.ts";
import type { Arguments, Command, Io } from "./commands/command.ts";
import { demo } from "./commands/demo.ts";
import { describe } from "./commands/describe.ts";
import { exportLists } from "./commands/export.ts";
import { importList } from "./commands/import.ts";
import { init } from "./commands/init.ts";
import { invite } from "./commands/invite.ts";
import { publish } from "./commands/publish.ts";
import { rekey } from "./commands/rekey.ts";
import { restore } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { take } from "./commands/take.ts";
import { verify } from "./commands/verify.ts";
import { MISUSES, type Misuse } from "./commands/words.ts";

/** The commands of PROTOCOL.md §6, in the order in which an office comes to need them. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  demo,
  init,
  describe,
  import: importList,
  area,
  publish,
  campaign,
  invite,
  take,
  verify,
  addresses,
  backup,
  restore,
  rekey,
  export: exportLists,
};

/** Runs the command line; the answer is the exit code: 0 only when it did what it was asked, 2 where it did not understand. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name = "", ...rest] = argv;
  if (name === "help" && Object.hasOwn(COMMANDS, rest[0] ?? "")) return await runCli([...rest, "--help"], io);
  if (/^(--help|-h|help)$/.test(name)) {
    io.out(overview());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    if (name !== "") io.err(`Không có lệnh '${name}'.`);
    io.err(overview());
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

function overview(): string {
  const lines = Object.values(COMMANDS).map(({ usage }) => `  so-tay ${usage}`);
  return ["Sổ tay quy ước. Các lệnh:", ...lines, "Thêm --help sau một lệnh để biết lệnh đó làm gì."].join(
    "\n",
  );
}
