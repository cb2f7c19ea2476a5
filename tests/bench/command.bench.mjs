// How long an office at the command line waits for an invite, beside what Node itself takes to begin and end.
import { execFileSync } from "node:child_process";

import { median, milliseconds } from "./lib/numbers.mjs";
import { makeInvite, slugIn } from "./lib/ward.mjs";

const ROUNDS = 15;
const AT_MOST = 3;

/** The same command again and again, each time beside a Node that does nothing. */
export async function bench({ origin, links, dataDir }) {
  const ward = slugIn(links);
  const times = { invite: [], nothing: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.invite.push(await timed(() => makeInvite({ dataDir, origin, ward }, "office")));
    times.nothing.push(await timed(async () => execFileSync(process.execPath, ["--eval", ""])));
  }
  const [invite, nothing] = [times.invite, times.nothing].map((all) => median(all));
  return [
    {
      what: "so-tay invite, from the command line",
      measured: `${milliseconds(invite)}, ${(invite / nothing).toFixed(1)} ×`,
      yardstick: `node that does nothing ${milliseconds(nothing)}`,
      atMost: `at most ${AT_MOST} ×: ${milliseconds(nothing * AT_MOST)}`,
      holds: invite <= nothing * AT_MOST,
    },
  ];
}

async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
