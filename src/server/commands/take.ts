import { readFile, stat } from "node:fs/promises";
import { MOST_FILE_BYTES, readParcelFile } from "../../wire/parcel-file.ts";
import { takeParcels } from "../parcels.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";
import { NO_FILE, NO_KEYS, SAY_ERRORS } from "./words.ts";

/** `take FILE.stq`: takes in what a phone without coverage has sent by whatever way. */
export const take: Command = {
  usage: "take TỆP.stq",
  help: [
    "Nhận một tệp sổ gửi mà máy không có mạng đã đưa ra: qua Zalo, Bluetooth, dây cáp hay thẻ nhớ.",
    "Mỗi gói một dòng: được nhận ('accepted' và số trong sổ), đã có ('duplicate'), chờ xem xét ('held')…",
    "Nhận lại tệp cũ không sao: mỗi bản ghi chỉ vào sổ một lần.",
  ].join("\n"),
  options: {},
  arguments: [1, 1],
  async run({ positionals: [path = ""] }, io) {
    const text = await readText(path);
    if (text === null) {
      io.err(NO_FILE(path));
      return 1;
    }
    const read = text === "huge" ? null : readParcelFile(text);
    if (!read) {
      io.err(`Tệp '${path}' quá lớn, không phải tệp sổ gửi.`);
      return 1;
    }
    if (!read.ok) {
      io.err(`Tệp '${path}' không phải tệp sổ gửi (.stq), hoặc phần đầu đã hỏng.`);
      return 1;
    }
    const { ward: slug, count, parcels } = read.value;
    return await withWard(io, slug, async ({ db, attachments, acceptor, keys: ring }) => {
      const keys = await ring.find(slug);
      if (!keys) {
        io.err(NO_KEYS(slug));
        return 1;
      }
      const statuses: string[] = [];
      // A photo may stand before its statement, in another batch, too: what came early is tried once more.
      const early: string[] = [];
      for (const [round, waiting] of [parcels, early].entries()) {
        for (let i = 0; i < waiting.length; i += BATCH) {
          const batch = waiting.slice(i, i + BATCH);
          const taken = await takeParcels({ db, attachments, acceptor, keys }, slug, batch);
          if (!taken.ok) {
            io.err(SAY_ERRORS[taken.error]);
            return 1;
          }
          for (const [at, { status, seq }] of taken.value.results.entries()) {
            if (status === "early" && round === 0) early.push(batch[at] ?? "");
            else {
              statuses.push(status);
              io.out(seq === undefined ? status : `${status} ${seq}`);
            }
          }
        }
      }
      const done = statuses.filter((status) => TAKEN.has(status)).length;
      io.err(
        done === count
          ? `Đã nhận đủ ${count} gói của phường '${slug}'.`
          : `Đã nhận ${done} trong ${count} gói của phường '${slug}'; phần còn lại bị cắt, hỏng hoặc không được nhận.`,
      );
      return done === count ? 0 : 1;
    });
  },
};

const BATCH = 100;

/** What is in the ward's hands now, whatever it decides. */
const TAKEN: ReadonlySet<string> = new Set(["accepted", "duplicate", "held", "refused"]);

async function readText(path: string): Promise<string | "huge" | null> {
  try {
    if ((await stat(path)).size > MOST_FILE_BYTES) return "huge";
    return await readFile(path, "utf8");
  } catch {
    return null;
  }
}
