import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { personalOf } from "../../src/domain/statement.ts";
import { pledgeDraftKey } from "../../src/phone/drafts/pledge-draft-key.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE, pledgeOf } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const absent: Draft = {
  type: "visit.logged",
  sub: anh.id,
  body: { outcome: "absent" },
  personal: { note: "cửa khoá" },
};
const pledged = pledgeOf(anh.id, {
  body: { medium: "paper", on: "2026-11-20" },
  personal: { signer: "Nguyen Thi Anh", relation: "chủ hộ", photo: "a".repeat(42).concat("A") },
});

function saidOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}

async function lines(): Promise<(string | null)[]> {
  await screen.findByText("Nhật ký");
  const list = document.querySelector(".diary");
  return list
    ? within(list as HTMLElement)
        .getAllByRole("listitem")
        .map((one) => one.textContent)
    : [];
}

describe("'Sửa' on the diary", () => {
  test("says the right thing in place of the wrong one, and shows both", async () => {
    const phone = await demoPhone();
    const said = await phone.act.say(phone.ward, [absent]);
    phone.setNow(EVENING + DAY);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    const sheet = await screen.findByRole("dialog", { name: "Sửa bản ghi" });
    expect(within(sheet).getByText("Đã ghi: Vắng nhà · hôm qua 18:30")).toBeDefined();
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    expect(within(sheet).getByRole("alert").textContent).toBe("Chưa có gì khác bản cũ.");
    // A button of that name is the act at the door alone.
    expect(screen.getAllByRole("button", { name: "Vắng nhà" })).toHaveLength(1);
    await user.click(within(sheet).getByRole("radio", { name: "Hẹn lại" }));
    expect(within(sheet).getByRole("textbox", { name: /^Ghi chú/ })).toHaveProperty("value", "cửa khoá");
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    await waitFor(async () =>
      expect((await lines()).slice(0, 2)).toEqual([
        expect.stringMatching(/^Hẹn lại.*sửa bản ghi 23\/11 18:30: vắng nhà/),
        expect.stringMatching(/^Vắng nhà.*đã sửa$/),
      ]),
    );
    const [old, retraction, right] = saidOn(phone);
    expect(said).toMatchObject({ ok: true, value: [old?.jti] });
    expect(retraction).toMatchObject({ type: "statement.retracted", sub: old?.jti, in: anh.id });
    expect(right).toMatchObject({
      type: "visit.logged",
      body: { outcome: "comeBack", corrects: old?.jti },
      personal: { note: "cửa khoá" },
    });
    // What was corrected is not corrected again; the correction may be.
    expect(screen.queryByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" })).toBeNull();
    expect(screen.getByRole("button", { name: /^Sửa bản ghi/, description: /^Hẹn lại/ })).toBeDefined();
  });

  test("to a refusal says that a half-filled pledge goes, and lets it go; to anything else leaves it", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [absent]);
    const half = pledgeDraftKey(phone.ward, anh.id);
    await phone.act.keepDraft(half, { step: 2 });
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    const correct = async (from: RegExp, to: string) => {
      await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: from }));
      const sheet = within(await screen.findByRole("dialog", { name: "Sửa bản ghi" }));
      await user.click(sheet.getByRole("radio", { name: to }));
      const told = sheet.queryByText("Bản cam kết đang ghi dở của hộ cũng được bỏ.") !== null;
      await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      return told;
    };
    expect(await correct(/^Vắng nhà/, "Hẹn lại")).toBe(false);
    expect(phone.drafts().get(half)).toEqual({ step: 2 });
    expect(await correct(/^Hẹn lại/, "Chưa đồng ý")).toBe(true);
    expect(phone.drafts().has(half)).toBe(false);
    expect(screen.queryByText("Có bản cam kết đang ghi dở")).toBeNull();
  });

  test("takes the place of the word that could still be undone", async () => {
    const { user } = renderScreen(await demoPhone(), <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Vắng nhà" }));
    expect(await screen.findByRole("button", { name: "Hoàn tác" })).toBeDefined();
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    const sheet = await screen.findByRole("dialog", { name: "Sửa bản ghi" });
    await user.click(within(sheet).getByRole("radio", { name: "Phát sổ tay" }));
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    expect(await screen.findByText("Đã giữ bản sửa trong máy", { selector: "p" })).toBeDefined();
    await waitFor(async () => expect((await lines())[0]).toMatch(/^Phát sổ tay/));
    // Undone it would be what was wrong, and the correction would still stand.
    expect(screen.queryByText("Hoàn tác")).toBeNull();
    // Nor does it come back with the correction taken back.
    await user.click(screen.getByRole("button", { name: /^Sửa bản ghi/, description: "Phát sổ tay" }));
    const again = await screen.findByRole("dialog", { name: "Sửa bản ghi" });
    await user.click(within(again).getByRole("button", { name: "Lấy lại, không ghi gì thay" }));
    expect(await screen.findByText("Đã lấy lại bản ghi", { selector: "p" })).toBeDefined();
    await waitFor(async () => expect((await lines())[0]).not.toMatch(/^Phát sổ tay/));
    expect(screen.queryByText("Hoàn tác")).toBeNull();
  });

  test("has nothing to undo once the same was taken back in the diary", async () => {
    const { user } = renderScreen(await demoPhone(), <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Vắng nhà" }));
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    const sheet = await screen.findByRole("dialog", { name: "Sửa bản ghi" });
    expect(screen.getByText("Hoàn tác")).toBeDefined();
    await user.click(within(sheet).getByRole("button", { name: "Lấy lại, không ghi gì thay" }));
    expect(await screen.findByText("Đã lấy lại bản ghi", { selector: "p" })).toBeDefined();
    expect(screen.queryByText("Hoàn tác")).toBeNull();
  });

  test("makes of an absence a handbook that was handed over", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [absent]);
    phone.setNow(EVENING + DAY);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    const sheet = await screen.findByRole("dialog");
    await user.click(within(sheet).getByRole("radio", { name: "Phát sổ tay" }));
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    expect(await screen.findByText("Đã phát sổ tay · hôm qua")).toBeDefined();
    expect(saidOn(phone).at(-1)).toMatchObject({
      type: "handbook.delivered",
      body: { edition: 4, how: "hand" },
    });
  });

  test("writes anew who signed a pledge and when; what the household agreed to stays its own", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [pledged]);
    phone.setNow(EVENING + DAY);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(
      await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Ký cam kết 2026 trên giấy" }),
    );
    const sheet = await screen.findByRole("dialog");
    const signer = within(sheet).getByRole("textbox", { name: "Người ký" });
    await user.clear(signer);
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    expect(within(sheet).getByRole("alert").textContent).toBe("Hãy ghi đủ các ô.");
    await user.type(signer, "Nguyễn Thị Ánh");
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(3));
    const [old, , right] = saidOn(phone);
    expect(right?.body).toEqual({ ...old?.body, corrects: old?.jti });
    expect(right?.personal).toEqual({ ...old?.personal, signer: "Nguyễn Thị Ánh" });
    expect(await screen.findByText("Đã ký cam kết · hôm qua")).toBeDefined();
  });

  test("keeps no paper without the day that stands on it", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [pledged]);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: /^Ký cam kết/ }));
    const sheet = await screen.findByRole("dialog");
    const day = within(sheet).getByLabelText("Ngày ký trên giấy");
    await user.clear(day);
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    expect(within(sheet).getByRole("alert").textContent).toBe("Hãy ghi đủ các ô.");
    await user.type(day, "2026-11-19");
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    await waitFor(() => expect(saidOn(phone).at(-1)?.body["on"]).toBe("2026-11-19"));
  });

  test("takes back what should not have been said at all", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [absent]);
    phone.setNow(EVENING + 3600);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    await user.click(await screen.findByRole("button", { name: "Lấy lại, không ghi gì thay" }));
    await waitFor(async () => expect((await lines())[0]).toContain("đã lấy lại"));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(saidOn(phone).map(({ type }) => type)).toEqual(["visit.logged", "statement.retracted"]);
  });

  test("asks before a pledge is taken back", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [pledged]);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: /^Ký cam kết/ }));
    await user.click(await screen.findByRole("button", { name: "Lấy lại, không ghi gì thay" }));
    const dialog = screen.getByRole("dialog", { name: "Lấy lại bản cam kết?" });
    expect(saidOn(phone)).toHaveLength(1);
    await user.click(within(dialog).getByRole("button", { name: "Lấy lại" }));
    await waitFor(() => expect(saidOn(phone).at(-1)?.type).toBe("statement.retracted"));
  });

  test("is for the person's own records, and for the office; keeps the sheet open where the phone is full", async () => {
    const phone = await demoPhone();
    const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
    await phone.wardSays(tu, [absent]);
    const mine = renderScreen(phone, <Household id={anh.id} />);
    await screen.findByText("Vắng nhà", { selector: "p" });
    expect(screen.queryByRole("button", { name: /^Sửa:/ })).toBeNull();
    mine.unmount();
    const office = await demoPhone({ self: OFFICE });
    const ba = await office.addSpeaker({ personName: "Bà Ba", areas: ["kp2"] });
    await office.wardSays(ba, [absent]);
    const { user } = renderScreen(office, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: "Vắng nhà" }));
    const sheet = await screen.findByRole("dialog");
    await user.click(within(sheet).getByRole("radio", { name: "Chưa đồng ý" }));
    office.failSaying("full");
    await user.click(within(sheet).getByRole("button", { name: "Giữ bản sửa" }));
    await waitFor(() => expect(within(sheet).getByRole("alert").textContent).toMatch(/hết chỗ/));
  });
});
