import { monitorEventLoopDelay } from "node:perf_hooks";
import { createApp } from "../app.ts";
import { linesTogether } from "../http/log.ts";
import { settleKeys } from "../keys/settle-keys.ts";
import { createMeasures, type Measures } from "../metrics/measure.ts";
import { serveMetrics } from "../metrics/serve-metrics.ts";
import { readState } from "../metrics/state.ts";
import { rejudgeUnknown } from "../rejudge.ts";
import type { Settings } from "../settings.ts";
import type { Station } from "../station.ts";
import { createWaiters, type Waiters } from "../turns/waiters.ts";
import { listWards, readHeads } from "../wards/wards.ts";
import type { Command, Io } from "./command.ts";
import { createDemo } from "./demo.ts";
import { showDemo } from "./show-demo.ts";
import { watchBeside } from "./watch-beside.ts";
import { withStation } from "./with-station.ts";
import { nameStore, OTHER_KEY, STORE_ERRORS } from "./words.ts";

/** `serve`: the app and its API, until somebody ends it. */
export const serve: Command = {
  usage: "serve [--demo-when-empty]",
  help: [
    "Chạy sổ tay: trang web và nơi các máy gửi về, ở HOST:PORT (mặc định 127.0.0.1:8787).",
    "--demo-when-empty tạo phường mẫu khi chưa có phường nào.",
  ].join("\n"),
  options: { "demo-when-empty": { type: "boolean" } },
  arguments: [0, 0],
  run: ({ values: { "demo-when-empty": wantsDemo } }, io) =>
    withStation(io, async (station, settings) => {
      for (const ward of station.renewed) {
        io.err(`Dữ liệu của phường '${ward}' cũ hơn lần chạy trước; các máy sẽ gửi lại những gì còn thiếu.`);
      }
      const isEmpty = (await listWards(station.db)).length === 0;
      const made = isEmpty && wantsDemo === true ? await createDemo(io, station, settings) : null;
      if (isEmpty && !made) io.err("Chưa có phường nào. Tạo bằng: so-tay init PHUONG --name 'Tên phường'");
      await rejudgeUnknown(station.db, station.acceptor);
      for (const ward of await listWards(station.db)) {
        if ((await settleKeys(station, ward)) === "other") io.err(OTHER_KEY(ward));
      }
      return await listen(io, station, settings, () => {
        if (made) showDemo(io, made);
      });
    }),
};

async function listen(io: Io, station: Station, settings: Settings, started: () => void): Promise<number> {
  const { host, port, origin, proxies } = settings;
  const waiters = createWaiters((wards) => readHeads(station.db, wards), station.othersWrote);
  station.onCommit(waiters.notice);
  station.onBehind(() => io.err(STORE_ERRORS.behind(nameStore(settings))));
  const measures = createMeasures();
  const { version, webRoot } = io;
  const log = linesTogether(io.err);
  const acceptor = measures.counted(station.acceptor);
  const app = await createApp({ ...station, acceptor, waiters, origin, version, webRoot, log, proxies });
  measures.watch(app);
  const stopWatch = await watchBeside(io, station);
  const stopMetrics = await startMetrics(io, station, settings, { waiters, measures });
  if (!stopMetrics) {
    stopWatch();
    return 1;
  }
  try {
    if (!(await isListening(io, app.listen({ host, port }), { host, port, prefix: "" }))) return 1;
    io.err(`Sổ tay đang chạy ở ${origin}`);
    started();
    await io.asked;
  } finally {
    // Whoever waits is answered; whatever is being written is finished; then the store may close.
    waiters.close();
    const patience = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MILLISECONDS);
    await app.close();
    clearTimeout(patience);
    stopWatch();
    // The last to go: until then somebody may look how it ends.
    stopMetrics();
  }
  io.err("Sổ tay đã dừng.");
  return 0;
}

/** Serves the metrics where a port for them is set. Returns what ends it; null, with words about it, where the port cannot be had. */
async function startMetrics(
  io: Io,
  { db, store, dataDir, now }: Station,
  { metrics }: Settings,
  { waiters, measures }: { readonly waiters: Waiters; readonly measures: Measures },
): Promise<(() => void) | null> {
  if (!metrics) return () => undefined;
  const loopDelay = monitorEventLoopDelay();
  loopDelay.enable();
  const asked = { db, store, dataDir, now, waiting: waiters.count, loopDelay };
  const listening = serveMetrics(metrics, async () => [...measures.read(), ...(await readState(asked))]);
  if (!(await isListening(io, listening, { ...metrics, prefix: "METRICS_" }))) return null;
  const server = await listening;
  return () => {
    loopDelay.disable();
    server.close();
    server.closeAllConnections();
  };
}

/** Whether a port was had; says in words why not, by settings whose names begin with the prefix. */
async function isListening(
  io: Io,
  listening: Promise<unknown>,
  { host, port, prefix }: { readonly host: string; readonly port: number; readonly prefix: string },
): Promise<boolean> {
  try {
    await listening;
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const words = LISTEN_ERRORS[code];
    if (!words) throw error;
    io.err(words(host, port).replaceAll(/\b(PORT|HOST)\b/g, `${prefix}$1`));
    return false;
  }
}

const PATIENCE_MILLISECONDS = 10_000;

const LISTEN_ERRORS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT khác, ví dụ PORT=${port + 1}.`,
  EACCES: (_host, port) => `Không được phép dùng cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`,
  EADDRNOTAVAIL: (host) => `Máy này không có địa chỉ '${host}'. Hãy đặt lại HOST.`,
  ENOTFOUND: (host) => `Không có máy nào tên '${host}'. Hãy đặt lại HOST.`,
};
