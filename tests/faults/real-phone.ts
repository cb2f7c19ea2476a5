import type { Membership } from "../../src/phone/api/phone.ts";
import type { Timers } from "../../src/phone/store/env.ts";
import { must, testPhone, type TestPhone } from "../phone/test-phone.ts";
import { WARD } from "./small-list.ts";

/** The phone's own code on real time and a real network. */
export function realPhone(origin: string): TestPhone {
  return testPhone({ fetch, time: 0 }, { origin, fetch, now: Date.now, timers: REAL_TIMERS });
}

/** Enrols it by a link; throws where it did not work. */
export async function enrolByLink(phone: TestPhone, link: string): Promise<Membership> {
  const code = link.split(`#${WARD}.`)[1] ?? "";
  return must(await phone.act.enrol({ ward: WARD, code, deviceName: "Máy thử" }));
}

const REAL_TIMERS: Timers = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
