import type { ParseArgsConfig } from "node:util";

/** What a command may touch of the world: nothing of it is reached for by itself. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A line of what the command makes, on standard output. */
  readonly out: (line: string) => void;
  /** A line of words about it, on standard error. */
  readonly err: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Folder of the built app. */
  readonly webRoot: string;
  readonly version: string;
  /** Resolves when somebody asks the process to end. */
  readonly asked: Promise<void>;
}

/** What was given after the command's name. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command of the command line. */
export interface Command {
  /** Its line in the list: arguments behind the name. */
  readonly usage: string;
  /** What it does, in a sentence or a few lines. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** How many arguments it takes, at least and at most. */
  readonly arguments: readonly [number, number];
  /** Does it; 0 only when it did what it was asked. */
  readonly run: (given: Arguments, io: Io) => Promise<number>;
}
