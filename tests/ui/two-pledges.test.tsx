import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { TwoPledges } from "../../src/ui/household/TwoPledges.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE, pledgeOf } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;

function pledge(signer: string, personal: Record<string, unknown>, medium = "screen"): Draft {
  return pledgeOf(anh.id, {
    body: { agreed: ["flag", "waste"], declined: ["tax"], medium },
    personal: { signer, relation: "chủ hộ", ...personal },
  });
}

/** Signed twice: on another's phone, and on this one a day later. */
async function twice(phone: MemoryPhone): Promise<readonly [string, string]> {
  const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
  const [first = ""] = await phone.wardSays(
    tu,
    [pledge("Nguyễn Thị Ánh", { strokes: "M20 120l40-80" })],
    EVENING - DAY,
  );
  const said = await phone.act.say(phone.ward, [
    pledge("Trần Văn Hai", { photo: "a".repeat(42).concat("A") }, "paper"),
  ]);
  return [first, (said.ok && said.value[0]) || ""];
}

const cards = () => screen.getAllByRole("listitem").map((one) => one.textContent ?? "");
const preferences = (phone: MemoryPhone) =>
  phone
    .entries()
    .filter(({ statement }) => statement.claims.type === "pledge.preferred")
    .map(({ statement }) => statement.claims);

describe("two pledges of one household", () => {
  test("stand side by side with who, when, by whom, and the signature", async () => {
    const phone = await demoPhone();
    await twice(phone);
    renderScreen(phone, <TwoPledges id={anh.id} />);
    await screen.findByRole("img", { name: "Chữ ký của Nguyễn Thị Ánh" });
    const [first, second] = cards();
    for (const words of [
      "Đang tạm tính",
      "Nguyễn Thị Ánh, chủ hộ",
      "hôm qua 18:30",
      "Anh Tư",
      "trên màn hình",
      "2 trên 3 điều",
    ])
      expect(first).toContain(words);
    for (const words of [
      "Giữ lại, không tính",
      "Trần Văn Hai, chủ hộ",
      "hôm nay 18:30",
      "Cô Sáu",
      "trên giấy",
      "chờ ảnh",
      "chờ gửi",
    ])
      expect(second).toContain(words);
  });

  test("say only about when, where the clock of whoever recorded one was far ahead", async () => {
    const phone = await demoPhone();
    const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
    const one = (signer: string) => pledge(signer, { strokes: "M20 120l40-80" });
    await phone.wardSays(tu, [one("Nguyễn Thị Ánh")], EVENING + 300 * DAY, EVENING);
    await phone.wardSays(tu, [one("Trần Văn Hai")], EVENING);
    renderScreen(phone, <TwoPledges id={anh.id} />);
    await screen.findByRole("img", { name: "Chữ ký của Nguyễn Thị Ánh" });
    expect(cards()[0]).toContain("khoảng hôm nay 18:30");
    expect(cards()[1]).toContain("hôm nay 18:30");
    expect(cards()[1]).not.toContain("khoảng");
  });

  test("of which a volunteer of the area chooses one; the other stays in sight, and the choice can be undone or changed", async () => {
    const phone = await demoPhone();
    const [first, second] = await twice(phone);
    const { user } = renderScreen(phone, <TwoPledges id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Chọn bản này: bản 2" }));
    await screen.findByText("Được tính");
    expect(preferences(phone)).toMatchObject([{ sub: anh.id, body: { campaign: "2026", pledge: second } }]);
    expect(cards()[0]).toContain("Giữ lại, không tính");
    expect(cards()[1]).toContain("Được tính");
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Đang tạm tính")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Chọn bản này: bản 1" }));
    await waitFor(() => expect(preferences(phone).at(-1)?.body).toMatchObject({ pledge: first }));
    expect(await screen.findByText("Được tính")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Chọn bản này: bản 1" })).toBeNull();
  });

  test("are led to from the household's page, also when it is settled", async () => {
    const phone = await demoPhone();
    const [first] = await twice(phone);
    const { unmount } = renderScreen(phone, <Household id={anh.id} />);
    const link = await screen.findByRole("link", { name: "Xem hai bản cam kết" });
    expect(link.getAttribute("href")).toBe(`/ho/${anh.id}/hai-ban`);
    expect(screen.getByText("Hộ này có hai bản cam kết")).toBeDefined();
    unmount();
    await phone.act.say(phone.ward, [
      { type: "pledge.preferred", sub: anh.id, body: { campaign: "2026", pledge: first } },
    ]);
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByRole("link", { name: "Xem hai bản cam kết" })).toBeDefined();
    expect(screen.queryByText("Hộ này có hai bản cam kết")).toBeNull();
  });

  test("are settled by the office too, but by no household, and say why nothing was kept", async () => {
    const phone = await demoPhone({ self: OFFICE });
    await twice(phone);
    const { user, unmount } = renderScreen(phone, <TwoPledges id={anh.id} />);
    const choose = await screen.findByRole("button", { name: "Chọn bản này: bản 1" });
    phone.failSaying("full");
    await user.click(choose);
    expect((await screen.findByRole("alert")).textContent).toMatch(/hết chỗ/);
    unmount();
    const [membership] = [
      { ward: phone.ward, name: "", device: "x", role: "household", areas: [], revoked: false } as const,
    ];
    phone.setMemberships([membership]);
    renderScreen(phone, <TwoPledges id={anh.id} />);
    expect(await screen.findByText("Hộ này không có hai bản cam kết")).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Chọn bản này/ })).toBeNull();
  });

  test("are none where the household withdrew them", async () => {
    const phone = await demoPhone();
    await twice(phone);
    const withdrawn = { type: "pledge.withdrawn", sub: anh.id, body: { campaign: "2026" } };
    phone.deliver();
    await phone.wardSays(phone.office, [withdrawn], EVENING + 3600);
    renderScreen(phone, <TwoPledges id={anh.id} />);
    expect(await screen.findByText("Hộ này không có hai bản cam kết")).toBeDefined();
    expect(screen.queryByText(/chủ hộ/)).toBeNull();
  });

  test("are one where the other was taken back", async () => {
    const phone = await demoPhone();
    const [, second] = await twice(phone);
    await phone.act.retract(phone.ward, second, anh.id);
    renderScreen(phone, <TwoPledges id={anh.id} />);
    expect(await screen.findByText("Hộ này không có hai bản cam kết")).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Chọn bản này/ })).toBeNull();
    expect(within(screen.getByRole("main")).getByText("Nguyễn Thị Ánh, chủ hộ")).toBeDefined();
  });
});
