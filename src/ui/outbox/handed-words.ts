import type { TFunction } from "i18next";
import type { Shared } from "./share-record.ts";

/** What is said of a file that has left the app: also where it lies, if nobody was asked where to. */
export function handedWords(
  t: TFunction<"outbox">,
  done: Exclude<Shared, "cancelled" | "failed">,
  name: string,
): string {
  return t(done === "shared" ? "carry.handed" : "carry.downloaded", { name });
}
