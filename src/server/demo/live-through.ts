import { enrol } from "../enrol.ts";
import { makeInvite, type InviteRequest } from "../gate/invites.ts";
import { findWard } from "../wards/wards.ts";
import { BEGINNING, type Past } from "./compose-past.ts";
import type { DemoClock } from "./demo-clock.ts";
import { makeDevice, type DemoDevice } from "./demo-device.ts";
import { DEMO_WARD, type DemoStation } from "./found-ward.ts";
import { hourOf, MINUTE } from "./hours.ts";
import { OFFICE, VOLUNTEERS } from "./people.ts";
import type { Utterance } from "./utterance.ts";

/** Somebody who gets a phone of the ward. Time in seconds. */
interface Joining {
  readonly id: string;
  readonly at: number;
  readonly invite: InviteRequest;
  readonly personName: string;
  readonly deviceName: string;
}

interface Happening {
  readonly at: number;
  readonly happen: () => Promise<void>;
}

/** Lets the past happen, in the order of its times: phones are enrolled by codes, and send what they recorded. Returns how many statements they sent. */
export async function liveThrough(
  station: DemoStation,
  clock: DemoClock,
  past: Past,
  now: number,
): Promise<number> {
  const devices = new Map<string, DemoDevice>();
  const happenings: Happening[] = [
    ...joinings(past, now).map((joining) => ({
      at: joining.at,
      happen: async () => void devices.set(joining.id, await join(station, joining)),
    })),
    ...sendings(past.utterances).map((sending) => ({
      at: sending[0]?.sentAt ?? 0,
      happen: () => send(station, devices, sending),
    })),
  ];
  for (const { at, happen } of happenings.sort((a, b) => a.at - b.at)) {
    if (at > now) throw new Error("the demo's past reaches beyond now");
    clock.moveTo(at);
    await happen();
  }
  return past.utterances.length;
}

function joinings(past: Past, now: number): Joining[] {
  const day = hourOf(now, BEGINNING.devices, 8);
  const hours = { areas: [] as string[], expiresInHours: 72 };
  return [
    { ...OFFICE, at: day, invite: { ...hours, role: "office" } },
    ...VOLUNTEERS.map(({ id, personName, deviceName, areas }, index): Joining => {
      const invite: InviteRequest = { ...hours, role: "volunteer", areas: [...areas] };
      return { id, personName, deviceName, invite, at: day + 30 * MINUTE + index * 4 * MINUTE };
    }),
    ...past.phones.map(({ by, household, enrolledAt }): Joining => {
      const invite: InviteRequest = { ...hours, role: "household", household: household.id };
      return {
        id: by,
        at: enrolledAt,
        invite,
        personName: household.head,
        deviceName: `Điện thoại nhà ${household.head}`,
      };
    }),
  ];
}

/** Enrols a new key the way a phone does it. */
async function join(
  station: DemoStation,
  { at, invite, personName, deviceName }: Joining,
): Promise<DemoDevice> {
  const ward = await findWard(station.db, DEMO_WARD);
  if (!ward) throw new Error("the demo's ward is not there");
  const made = await makeInvite({ ...station, origin: "" }, ward, invite, null);
  if (!made.ok) throw new Error(`nobody is invited to the demo: ${made.error}`);
  const device = await makeDevice(station.random);
  const { code } = made.value;
  const request = { invite: code, publicKey: device.publicKey, name: deviceName, personName };
  const enrolled = await enrol(station, ward, { ...request, proof: await device.prove(DEMO_WARD, code, at) });
  if (!enrolled.ok) throw new Error(`${personName} is not enrolled: ${enrolled.error}`);
  return device;
}

/** What one phone sends at one time, in the order in which it was recorded; none above the 500 of a push. */
function sendings(utterances: readonly Utterance[]): Utterance[][] {
  const bySending = new Map<string, Utterance[]>();
  for (const utterance of [...utterances].sort((a, b) => a.sentAt - b.sentAt || a.at - b.at)) {
    const key = `${utterance.by} ${utterance.sentAt}`;
    const sending = bySending.get(key);
    if (sending) sending.push(utterance);
    else bySending.set(key, [utterance]);
  }
  return [...bySending.values()];
}

async function send(
  station: DemoStation,
  devices: ReadonlyMap<string, DemoDevice>,
  sending: readonly Utterance[],
): Promise<void> {
  const texts = await Promise.all(
    sending.map(({ by, draft, at }) => {
      const device = devices.get(by);
      if (!device) throw new Error(`${by} speaks before having a phone`);
      return device.say(DEMO_WARD, draft, Math.floor(at));
    }),
  );
  const answer = await station.acceptor.push(DEMO_WARD, texts);
  if (!answer.ok) throw new Error(`the demo's ward takes nothing: ${answer.error}`);
  for (const [index, verdict] of answer.value.results.entries()) {
    const { type } = sending[index]?.draft ?? {};
    if (verdict.status !== "accepted") throw new Error(`${type} of the demo: ${JSON.stringify(verdict)}`);
  }
}
