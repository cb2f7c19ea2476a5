import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Household } from "../../src/ui/household/Household.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { OwnScreen } from "../../src/ui/own/OwnScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;

/** Opens a page of the office, and the dialog behind a button. */
async function openDialog(phone: MemoryPhone, at: string, button: RegExp | string) {
  const drawn = renderScreen(phone, <OfficeScreen />, { at });
  await drawn.user.click(await screen.findByRole("button", { name: button }));
  return { ...drawn, dialog: within(await screen.findByRole("dialog")) };
}

describe("what is half typed in the office is found again, and goes with what was said", () => {
  test("why a record is not taken", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const by = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
    const jti = await phone.wardHolds(
      by,
      { type: "household.changed", sub: anh.id, body: { members: 9 } },
      "beyond-area",
    );
    const open = () => openDialog(phone, "/phuong/cho-xet", /^Không nhận/);
    const first = await open();
    await first.user.click(first.dialog.getByRole("radio", { name: /^Ghi nhầm/ }));
    await first.user.type(first.dialog.getByRole("textbox", { name: /^Ghi chú/ }), "Hộ này còn 4 người");
    first.unmount();
    const { user, dialog } = await open();
    expect(await dialog.findByDisplayValue("Hộ này còn 4 người")).toBeDefined();
    expect(dialog.getByRole("radio", { name: /^Ghi nhầm/ })).toHaveProperty("checked", true);
    // The household last in its key: an erasure of its data takes it along.
    expect([...phone.drafts().keys()]).toEqual([`refuse-held/${jti}/${phone.ward}/${anh.id}`]);
    await user.click(dialog.getByRole("button", { name: "Không nhận" }));
    await waitFor(() => expect([...phone.drafts().keys()]).toEqual([`decision/${phone.ward}`]));
    expect([...phone.drafts().values()]).toMatchObject([{ reason: "mistake", note: "Hộ này còn 4 người" }]);
  });

  test("why a device is stopped", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { kid } = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
    const open = () => openDialog(phone, "/phuong/thiet-bi", /^Thu hồi .*Cô Năm/);
    const first = await open();
    await first.user.selectOptions(
      first.dialog.getByRole("combobox", { name: "Vì sao" }),
      "Người dùng xin thôi",
    );
    await first.user.type(first.dialog.getByRole("textbox", { name: /^Ghi chú/ }), "Về quê từ tháng 12");
    first.unmount();
    const { user, dialog } = await open();
    expect(await dialog.findByDisplayValue("Về quê từ tháng 12")).toBeDefined();
    expect(dialog.getByDisplayValue("Người dùng xin thôi")).toBeDefined();
    expect([...phone.drafts().keys()]).toEqual([`revoke/${phone.ward}/${kid}`]);
    await user.click(dialog.getByRole("button", { name: "Thu hồi máy này" }));
    await waitFor(() => expect(phone.entries().at(-1)?.statement.claims.type).toBe("device.revoked"));
    expect(phone.entries().at(-1)?.statement.claims.body["reason"]).toBe("wish");
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  });

  test("to whom an opinion is forwarded", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const given = {
      type: "opinion.given",
      sub: "kp2",
      body: { channel: "meeting" },
      personal: { text: "Đèn hư" },
    };
    await phone.wardSays(phone.office, [given], EVENING);
    const open = async () => {
      const opened = await openDialog(phone, "/phuong/y-kien", "Đèn hư");
      await opened.user.click(opened.dialog.getByRole("button", { name: "Chuyển đi" }));
      return opened;
    };
    const first = await open();
    await first.user.type(
      await first.dialog.findByRole("combobox", { name: "Chuyển tới" }),
      "Điện lực Bến Lức",
    );
    first.unmount();
    const { user, dialog } = await open();
    expect(await dialog.findByDisplayValue("Điện lực Bến Lức")).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Chuyển đi" }));
    await waitFor(() => expect(phone.entries().at(-1)?.statement.claims.body["to"]).toBe("Điện lực Bến Lức"));
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  });
});

describe("a half-written request of a household", () => {
  const open = (phone: MemoryPhone) =>
    openDialog(phone, "/phuong/yeu-cau-du-lieu", /^Ghi yêu cầu đến bằng giấy/);

  async function write(phone: MemoryPhone) {
    const opened = await open(phone);
    const { user, dialog } = opened;
    await user.selectOptions(await dialog.findByRole("combobox", { name: "Đến bằng" }), "Điện thoại");
    // Before anybody knows whose they are.
    await user.type(dialog.getByRole("textbox", { name: /^Lời của hộ/ }), "Không muốn giữ ảnh");
    await user.type(dialog.getByRole("searchbox"), "tran van bay");
    await user.click(await dialog.findByRole("radio", { name: /^Hộ 19/ }));
    await waitFor(() =>
      expect(phone.drafts().get(`request-words/${phone.ward}/${bay.id}`)).toBe("Không muốn giữ ảnh"),
    );
    return opened;
  }

  test("is found again in the office with whose it is, and goes once it is kept", async () => {
    const phone = await demoPhone({ self: OFFICE });
    (await write(phone)).unmount();
    const { user, dialog } = await open(phone);
    expect(await dialog.findByDisplayValue("Không muốn giữ ảnh")).toBeDefined();
    expect(await dialog.findByRole("radio", { name: /^Hộ 19/ })).toHaveProperty("checked", true);
    expect(dialog.getByDisplayValue("Điện thoại")).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Giữ yêu cầu" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(phone.drafts().size).toBe(0));
    expect(phone.entries().at(-1)?.statement.claims).toMatchObject({
      sub: bay.id,
      body: { channel: "phone" },
    });
  });

  test.each(["", "Xin xoá ảnh"])(
    "shows at once whose it is, and loses nothing that is chosen while its words go along: '%s'",
    async (typed) => {
      const { user, dialog } = await open(await demoPhone({ self: OFFICE }));
      if (typed !== "") await user.type(dialog.getByRole("textbox", { name: /^Lời của hộ/ }), typed);
      await user.type(dialog.getByRole("searchbox"), "tran van bay");
      const whose = await dialog.findByRole<HTMLInputElement>("radio", { name: /^Hộ 19/ });
      fireEvent.click(whose);
      expect(whose.checked).toBe(true);
      const channel = dialog.getByRole<HTMLSelectElement>("combobox", { name: "Đến bằng" });
      fireEvent.change(channel, { target: { value: "phone" } });
      await waitFor(() =>
        expect(dialog.getByRole("button", { name: "Giữ yêu cầu", hidden: true })).toHaveProperty(
          "disabled",
          false,
        ),
      );
      await waitFor(() =>
        expect(dialog.getByRole("textbox", { name: /^Lời của hộ/ })).toHaveProperty("value", typed),
      );
      expect([whose.checked, channel.value]).toEqual([true, "phone"]);
    },
  );

  test("keeps its words by the household alone, which an erasure takes along", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user, dialog } = await write(phone);
    await user.clear(dialog.getByRole("searchbox"));
    await user.type(dialog.getByRole("searchbox"), "anh");
    await user.click(await dialog.findByRole("radio", { name: /^Hộ 18/ }));
    await waitFor(() =>
      expect([...phone.drafts()].filter(([, value]) => JSON.stringify(value).includes("ảnh"))).toEqual([
        [`request-words/${phone.ward}/${anh.id}`, "Không muốn giữ ảnh"],
      ]),
    );
    expect(dialog.getByDisplayValue("Không muốn giữ ảnh")).toBeDefined();
  });

  test("goes at a tap", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user, dialog } = await write(phone);
    await user.click(dialog.getByRole("button", { name: "Bỏ, ghi lại từ đầu" }));
    await waitFor(() => expect(phone.drafts().size).toBe(0));
    expect(dialog.queryByDisplayValue("Không muốn giữ ảnh")).toBeNull();
    expect(dialog.queryByRole("button", { name: "Bỏ, ghi lại từ đầu" })).toBeNull();
  });
});

test("what a household writes on its own phone to be put right is found again, and goes with the request", async () => {
  const self = { personName: "", role: "household", areas: [anh.area] } as const;
  const phone = await demoPhone({ self, households: [anh] });
  const open = async () => {
    const drawn = renderScreen(phone, <OwnScreen />);
    await drawn.user.click(await screen.findByRole("button", { name: "Sửa chỗ ghi sai" }));
    return drawn;
  };
  const first = await open();
  await first.user.type(await screen.findByRole("textbox", { name: /^Chỗ nào ghi sai/ }), "Số nhà 12/5");
  first.unmount();
  const { user } = await open();
  expect(await screen.findByDisplayValue("Số nhà 12/5")).toBeDefined();
  expect([...phone.drafts().keys()]).toEqual([`rights/${phone.ward}/${anh.id}`]);
  await user.click(screen.getByRole("button", { name: "Gửi yêu cầu sửa" }));
  expect(await screen.findByText(/“Số nhà 12\/5”/)).toBeDefined();
  expect(phone.drafts().size).toBe(0);
});

test("who said something at a door is found again with the words, and the words alone as older versions kept them", async () => {
  const phone = await demoPhone();
  const open = async () => {
    const drawn = renderScreen(phone, <Household id={anh.id} />);
    await drawn.user.click(await screen.findByRole("button", { name: "Ghi ý kiến của hộ" }));
    const sheet = within(await screen.findByRole("dialog", { name: "Ghi ý kiến của hộ" }));
    return { ...drawn, sheet };
  };
  await phone.act.keepDraft(`opinion/${phone.ward}/${anh.id}`, "Đèn hẻm 4");
  const first = await open();
  await first.user.type(await first.sheet.findByDisplayValue("Đèn hẻm 4"), " hay tắt.");
  await first.user.type(first.sheet.getByRole("textbox", { name: /^Tên/ }), "Chị Ánh");
  first.unmount();
  const { user, sheet } = await open();
  expect(await sheet.findByDisplayValue("Đèn hẻm 4 hay tắt.")).toBeDefined();
  expect(sheet.getByRole("textbox", { name: /^Tên/ })).toHaveProperty("value", "Chị Ánh");
  await user.click(sheet.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
});
