import type { TFunction } from "i18next";
import type { SharedFile } from "../../phone/api/carried.ts";
import type { Shared } from "./share-record.ts";

/** What is said of a file that has left the app: also where it lies, if nobody was asked where to, and what it has not got. */
export function handedWords(
  t: TFunction<"outbox">,
  done: Exclude<Shared, "cancelled" | "failed">,
  { name, left }: SharedFile,
): string {
  const words = t(done === "shared" ? "carry.handed" : "carry.downloaded", { name });
  return left > 0 ? `${words} ${t("carry.left", { count: left })}` : words;
}
