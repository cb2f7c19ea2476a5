import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Device } from "../../src/domain/ward-facts.ts";
import type { DeviceStanding } from "../../src/phone/api/phone.ts";
import { countTroubles, troublesOf } from "../../src/ui/office/devices/device-trouble.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { OutboxScreen } from "../../src/ui/outbox/OutboxScreen.tsx";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { DAY, demoPhone, EVENING, OFFICE } from "./demo-ward.ts";
import { watchInvites, type MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

function standingOf(device: string, more: Partial<DeviceStanding> = {}): DeviceStanding {
  return {
    device,
    highest: 12,
    missing: [],
    missingCount: 0,
    sentAt: EVENING - 3600,
    heardAt: EVENING - 3600,
    version: "1.4.0",
    clockOffset: 0,
    revoked: false,
    copied: false,
    ...more,
  };
}

/** The office's phone, cô Năm's in order, chú Tám's in every trouble there is, and one that has never called. */
async function office() {
  const phone = await demoPhone({ self: OFFICE });
  const nam = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp2/t07"] });
  const tam = await phone.addSpeaker({ personName: "Chú Tám", areas: ["kp2/t07", "kp2/t08"] });
  await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2/t08"] });
  phone.setNow(EVENING + 4 * DAY);
  phone.setStandings([
    standingOf(nam.kid, { sentAt: EVENING + 4 * DAY - 7200, heardAt: EVENING + 4 * DAY - 600 }),
    standingOf(tam.kid, {
      missing: [
        [3, 3],
        [7, 9],
      ],
      missingCount: 4,
      clockOffset: -420,
      copied: true,
    }),
  ]);
  return { phone, tam };
}

async function devicesOf(phone: MemoryPhone) {
  const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await screen.findByRole("heading", { name: "Máy cần xem" });
  return drawn;
}

const cellsOf = (name: RegExp) =>
  within(screen.getByRole("row", { name }))
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);

describe("the office's list of devices", () => {
  test("tells of each what arrived, what is missing, when it last sent and called, its version and its clock", async () => {
    await devicesOf((await office()).phone);
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Người dùng",
      "Tên thiết bị",
      "Đã về tới phường",
      "Gửi lần cuối",
      "Phiên bản, giờ máy",
      "Tình trạng",
      "Việc làm",
    ]);
    expect(cellsOf(/^Cô Năm/).slice(1, 5)).toEqual([
      "đến số 12",
      "hôm nay 16:30gọi phường hôm nay 18:20",
      "1.4.0đúng giờ",
      "đang dùng",
    ]);
    expect(cellsOf(/^Chú Tám/).slice(1, 5)).toEqual([
      "đến số 12thiếu 4 bản ghi",
      "23/11 17:30",
      "1.4.0nhanh 7 phút",
      "đang dùnghai máy chungcòn thiếuim lặng",
    ]);
    expect(cellsOf(/^Anh Tư/).slice(1, 5)).toEqual(["–", "chưa gửi lần nào", "chưa biết", "đang dùng"]);
  });

  test("says above it what to do about a device in trouble, and about no other", async () => {
    await devicesOf((await office()).phone);
    const section = screen.getByRole("heading", { name: "Máy cần xem" }).closest("section")!;
    const items = within(section).getAllByRole("listitem");
    expect(items).toHaveLength(1);
    const words = items[0]?.textContent ?? "";
    expect(words).toContain("Chú Tám · Máy của Chú Tám");
    expect(words).toContain("Có hai máy dùng chung đăng ký này");
    expect(words).toContain("Còn 4 bản ghi chưa về tới phường (số 3, 7–9)");
    expect(words).toContain("Đã 4 ngày không gọi về phường");
  });

  test("'Mời lại' invites the same person, for the same work and place", async () => {
    const { phone, tam } = await office();
    const { watched, requests } = watchInvites(phone);
    const { user } = await devicesOf(watched);
    const [first] = screen.getAllByRole("button", { name: "Mời lại Chú Tám · Máy của Chú Tám" });
    await user.click(first!);
    // Whoever asked for it is led there.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Mời một máy mới" })),
    );
    expect(screen.getByRole("combobox", { name: "Mời ai" })).toMatchObject({ value: tam.person });
    await user.click(screen.getByRole("button", { name: "Làm mã mời" }));
    await screen.findByRole("heading", { name: "Mã mời đã có" });
    expect(requests).toEqual([
      { role: "volunteer", areas: ["kp2/t07", "kp2/t08"], expiresInHours: 72, person: tam.person },
    ]);
  });

  test("says of when it is where the ward cannot be asked", async () => {
    const { phone } = await office();
    phone.failCalls("unreachable");
    renderScreen(phone, <OfficeScreen />, { at: "/phuong/thiet-bi" });
    expect((await screen.findByText(/không gọi được phường/)).textContent).toContain("khi có mạng");
    expect(screen.queryByRole("heading", { name: "Máy cần xem" })).toBeNull();
  });
});

test("the overview counts held records and devices in each trouble, with the way to them", async () => {
  const { phone, tam } = await office();
  const visit = { type: "visit.logged", sub: phone.office.person, body: { outcome: "absent" } };
  await phone.wardHolds(tam, visit, "unknown-household");
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  for (const [words, href] of [
    ["1 bản ghi chờ phường xét", "/phuong/cho-xet"],
    ["1 máy có hai bản dùng chung một đăng ký", "/phuong/thiet-bi"],
    ["1 máy có bản ghi chưa về tới phường", "/phuong/thiet-bi"],
    ["1 máy đã 3 ngày trở lên không gọi về", "/phuong/thiet-bi"],
  ] as const) {
    const item = (await screen.findByText(words)).closest("li")!;
    const links = within(item).getAllByRole("link");
    expect(new Set(links.map((link) => link.getAttribute("href")))).toEqual(new Set([href]));
  }
  expect(screen.queryByText("Không có việc gì đang chờ.")).toBeNull();
});

describe("the clock of the ward's own machine", () => {
  async function overviewWith(offsets: readonly number[]) {
    const phone = await demoPhone({ self: OFFICE });
    const standings: DeviceStanding[] = [];
    for (const clockOffset of offsets) {
      const { kid } = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp2/t07"] });
      standings.push(standingOf(kid, { clockOffset }));
    }
    phone.setNow(EVENING);
    phone.setStandings(standings);
    renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
    return await screen.findByRole("heading", { name: "Việc cần giải quyết" });
  }

  test("is among what waits where the phones agree that it is wrong, with the way to theirs", async () => {
    await overviewWith([-3600, -3610, -3595]);
    const words = "Đồng hồ máy của phường có lẽ chậm 60 phút; hãy nhờ người trông coi máy chỉnh lại";
    const item = (await screen.findByText(words)).closest("li")!;
    expect(within(item).getByRole("link").getAttribute("href")).toBe("/phuong/thiet-bi");
    expect(screen.queryByText("Không có việc gì đang chờ.")).toBeNull();
  });

  test("is not where one phone's is off", async () => {
    await overviewWith([0, 3600, 4]);
    expect(screen.queryByText(/Đồng hồ máy của phường/)).toBeNull();
  });
});

describe("a phone that calls, and gets nothing through", () => {
  async function stuck(unsent: DeviceStanding["unsent"], later = 4 * DAY) {
    const phone = await demoPhone({ self: OFFICE });
    const nam = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp2/t07"] });
    phone.setNow(EVENING + later);
    phone.setStandings([standingOf(nam.kid, { sentAt: EVENING, heardAt: EVENING + later - 600, unsent })]);
    return phone;
  }
  const waits = { statements: 12, photos: 3, since: EVENING + 60 };

  test("is told with what waits since when, what to do about it, and among what waits for the office", async () => {
    const phone = await stuck(waits);
    const { unmount } = await devicesOf(phone);
    expect(cellsOf(/^Cô Năm/)[1]).toBe("đến số 12còn 12 bản ghi và 3 ảnh chưa gửi, từ 23/11");
    expect(cellsOf(/^Cô Năm/)[4]).toBe("đang dùngchưa gửi được");
    const words = screen.getByRole("heading", { name: "Máy cần xem" }).closest("section")!.textContent;
    expect(words).toContain("Máy vẫn gọi được phường mà còn 12 bản ghi và 3 ảnh chưa gửi được, từ 23/11.");
    unmount();
    renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
    const item = (
      await screen.findByText("1 máy gọi được phường mà hơn một ngày chưa gửi được bản ghi")
    ).closest("li")!;
    expect(within(item).getByRole("link").getAttribute("href")).toBe("/phuong/thiet-bi");
  });

  test.each([
    ["records alone", { ...waits, photos: 0 }, "còn 12 bản ghi chưa gửi, từ 23/11"],
    ["photos alone", { ...waits, statements: 0 }, "còn 3 ảnh chưa gửi, từ 23/11"],
    // What was said a moment ago is on its way, and no trouble.
    [
      "a record of this day",
      { ...waits, photos: 0, since: EVENING + 4 * DAY - 900 },
      "còn 12 bản ghi chưa gửi, từ hôm nay",
    ],
    // By a clock that is wrong.
    [
      "a record from tomorrow",
      { ...waits, photos: 0, since: 99_999_999_999 },
      "còn 12 bản ghi chưa gửi, từ hôm nay",
    ],
    [
      "a record from before there was the phone",
      { ...waits, photos: 0, since: 1 },
      "còn 12 bản ghi chưa gửi, từ 23/11",
    ],
    ["nothing", { statements: 0, photos: 0, since: 0 }, ""],
    ["what it has not told", null, ""],
    ["what an older server does not tell", undefined, ""],
  ] as const)("is told of %s", async (_name, unsent, words) => {
    renderScreen(await stuck(unsent), <OfficeScreen />, { at: "/phuong/thiet-bi" });
    await waitFor(() => expect(cellsOf(/^Cô Năm/)[1]).toBe(`đến số 12${words}`));
  });
});

describe("a phone of which there are two copies", () => {
  async function copied() {
    const phone = await demoPhone();
    const membership = {
      ward: phone.ward,
      name: "Phường 3",
      device: "x",
      role: "volunteer",
      areas: ["kp2"],
      revoked: false,
    } as const;
    phone.setMemberships([{ ...membership, copied: true }]);
    return { phone, membership };
  }

  test("says so above the outbox and among its facts, and goes on", async () => {
    const { phone } = await copied();
    renderScreen(phone, <OutboxScreen />);
    expect(await screen.findByText(/^Có hai máy dùng chung đăng ký này/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Gửi ngay" })).toBeTruthy();
    renderScreen(phone, <MeScreen />);
    expect(await screen.findByText(/^Phường thấy có hai máy/)).toBeTruthy();
  });

  test("says nothing of it once it was revoked, or enrolled anew", async () => {
    const { phone, membership } = await copied();
    renderScreen(phone, <OutboxScreen />);
    await screen.findByText(/^Có hai máy/);
    phone.setMemberships([{ ...membership, copied: true, revoked: true }]);
    await waitFor(() => expect(screen.queryByText(/^Có hai máy/)).toBeNull());
    phone.setMemberships([membership]);
    await waitFor(() => expect(screen.getByRole("button", { name: "Gửi ngay" })).toBeTruthy());
    expect(screen.queryByText(/^Có hai máy/)).toBeNull();
  });
});

describe("a device is in trouble", () => {
  const device = { role: "volunteer", enrolledAt: EVENING, revokedSeq: null } as const;
  const kinds = (standing: Partial<DeviceStanding>, more: Partial<Device> = {}, later = 4 * DAY) =>
    troublesOf({ ...device, ...more }, standingOf("x", standing), EVENING + later).map(({ kind }) => kind);
  const heard = { heardAt: EVENING + 4 * DAY, sentAt: EVENING };
  const stuckSince = (later: number) => ({
    ...heard,
    unsent: { statements: 1, photos: 0, since: EVENING + later },
  });

  test.each([
    ["that has called lately", kinds(heard), []],
    ["a moment before three days of silence", kinds({}, {}, 3 * DAY - 3601), []],
    ["after three days", kinds({ heardAt: EVENING, sentAt: null }, {}, 3 * DAY), ["silent"]],
    ["that never called, three days after its enrolment", kinds({ heardAt: null, sentAt: null }), ["silent"]],
    ["of a household, which opens it when it likes", kinds({}, { role: "household" }), []],
    ["of which there are two", kinds({ ...heard, copied: true }), ["copied"]],
    ["of which something is missing", kinds({ ...heard, missing: [[2, 2]], missingCount: 1 }), ["missing"]],
    ["that fetches, and has got nothing through for a day", kinds(stuckSince(3 * DAY)), ["unsent"]],
    ["of which something waits for less than a day", kinds(stuckSince(3 * DAY + 1)), []],
    [
      "that has been away for as long as something waits",
      kinds({
        ...heard,
        heardAt: EVENING + 2 * DAY,
        unsent: { statements: 1, photos: 0, since: EVENING + 2 * DAY },
      }),
      [],
    ],
    ["that says nothing waits", kinds({ ...heard, unsent: { statements: 0, photos: 0, since: 0 } }), []],
    ["that was revoked", kinds({ copied: true, missingCount: 1, revoked: true }), []],
    ["that this phone knows to be revoked", kinds({ copied: true }, { revokedSeq: 9 }), []],
  ] as const)("%s", (_name, found, expected) => expect(found).toEqual(expected));

  test("names the first five gaps, and tells that there are more", () => {
    const missing = [1, 3, 5, 7, 9, 11].map((n): [number, number] => [n, n === 3 ? 4 : n]);
    const [trouble] = troublesOf(device, standingOf("x", { ...heard, missing, missingCount: 7 }), EVENING);
    expect(trouble).toEqual({ kind: "missing", count: 7, gaps: "1, 3–4, 5, 7, 9…" });
  });

  test("is counted once for each kind, and not where nobody knows the device", () => {
    const devices = { a: { ...device, kid: "a" }, b: { ...device, kid: "b" } } as unknown as Record<
      string,
      Device
    >;
    const standings = [
      standingOf("a", { ...heard, copied: true }),
      standingOf("b", { copied: true, missingCount: 2 }),
      standingOf("c", { copied: true }),
    ];
    expect(countTroubles(devices, standings, EVENING + 4 * DAY)).toEqual({
      copied: 2,
      missing: 1,
      silent: 1,
      unsent: 0,
    });
  });
});
