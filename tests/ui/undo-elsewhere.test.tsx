import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Route, Switch } from "wouter";
import type { Draft } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { HouseholdInfo } from "../../src/ui/listing/HouseholdInfo.tsx";
import { NewHousehold } from "../../src/ui/listing/NewHousehold.tsx";
import { OwnScreen } from "../../src/ui/own/OwnScreen.tsx";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE, pledgeOf, WARD } from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung] = HOUSEHOLDS;

/** The pages of households and those that lead to them. */
function walk(phone: MemoryPhone, at: string) {
  const pages = (
    <Switch>
      <Route path="/danh-sach/them">
        <NewHousehold />
      </Route>
      <Route path="/ho/:id/thong-tin">{({ id }) => <HouseholdInfo id={id} />}</Route>
      <Route path="/ho/:id/ky">{({ id }) => <Signing id={id} />}</Route>
      <Route path="/ho/:id">{({ id }) => <Household key={id} id={id} />}</Route>
    </Switch>
  );
  return renderScreen(phone, pages, { at });
}

function saidOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => statement.claims);
}

/** What was said, and then taken back, each at the household that it is about. */
function takenBack(phone: MemoryPhone) {
  const said = saidOn(phone);
  const back = said.filter(({ type }) => type === "statement.retracted");
  return back.map(({ sub, in: place }) => {
    const target = said.find(({ jti }) => jti === sub);
    return [target?.type, target?.sub === place];
  });
}

/** What a household says by one signature on its own phone. */
function signedByLink(): Draft[] {
  const consent = newId();
  const given = {
    type: "consent.given",
    sub: anh.id,
    body: { purposes: ["record"], version: 1, at: EVENING },
  };
  return [{ ...given, jti: consent }, pledgeOf(anh.id, { body: { medium: "link", consent } })];
}

const undo = () => screen.findByRole("button", { name: "Hoàn tác" });

describe("ten seconds to take back what leads to a household's page", () => {
  test("a household that was added: its form is filled in as before, for another", async () => {
    const phone = await demoPhone();
    const { user, where } = walk(phone, "/danh-sach/them?o=kp2%2Ft07");
    await user.type(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" }), "Võ Văn Tư");
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "3");
    await user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    expect(await screen.findByText("Đã giữ trong máy: hộ mới", { selector: "p" })).toBeDefined();
    const first = where();
    await user.click(await undo());
    await waitFor(() => expect(where()).toBe("/danh-sach/them"));
    expect(takenBack(phone)).toEqual([["household.registered", true]]);
    const head = await screen.findByRole("textbox", { name: "Họ tên chủ hộ" });
    expect(head).toHaveProperty("value", "Võ Văn Tư");
    await user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    await screen.findByRole("heading", { name: "Hộ 21 · Võ Văn Tư" });
    expect(where()).not.toBe(first);
  });

  test("one that parts from another: both words", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user, where } = walk(phone, `/danh-sach/them?tu=${bay.id}`);
    await user.type(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" }), "Trần Văn Út");
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "2");
    await user.click(screen.getByRole("button", { name: "Thêm hộ tách ra" }));
    await user.click(await undo());
    await waitFor(() => expect(where()).toBe(`/danh-sach/them?tu=${bay.id}`));
    expect(takenBack(phone)).toEqual([
      ["household.registered", true],
      ["household.split", true],
    ]);
  });

  test("one that moved, and one that is gone: it stands as before", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user } = walk(phone, `/ho/${anh.id}/thong-tin`);
    await user.click(await screen.findByRole("button", { name: "Hộ không còn ở đây" }));
    await user.click(screen.getByRole("button", { name: "Đưa ra khỏi danh sách" }));
    await screen.findByText("Hộ này không còn trong danh sách.");
    await screen.findByText("Đã giữ trong máy: hộ không còn ở đây", { selector: "p" });
    await user.click(await undo());
    expect(await screen.findByRole("button", { name: "Vắng nhà" })).toBeDefined();
    expect(takenBack(phone)).toEqual([["household.closed", true]]);
  });

  test("two that were made one: from the page of the one that stands", async () => {
    const phone = await demoPhone({
      self: OFFICE,
      households: [anh, bay, { ...dung, head: anh.head, address: anh.address }],
    });
    const { user, where } = walk(phone, `/ho/${dung.id}/thong-tin`);
    await user.click(await screen.findByRole("button", { name: `Nhập vào hộ 18 · ${anh.head}` }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Nhập hai hộ" }));
    await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
    await user.click(await undo());
    await waitFor(() => expect(takenBack(phone)).toEqual([["household.merged", true]]));
  });

  test("the handbook alone, where nobody consents: the half-filled pledge comes back, ready for another delivery", async () => {
    const phone = await demoPhone();
    const { user, where } = walk(phone, `/ho/${anh.id}/ky`);
    await user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await user.click(await screen.findByRole("button", { name: "Tiếp tục" }));
    await user.click(screen.getByRole("button", { name: "Chỉ ghi đã phát sổ tay" }));
    await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
    const [delivered] = saidOn(phone);
    expect(await screen.findByText("Đã giữ trong máy: phát sổ tay", { selector: "p" })).toBeDefined();
    await user.click(await undo());
    await waitFor(() => expect(takenBack(phone)).toEqual([["handbook.delivered", true]]));
    expect(await screen.findByText("Có bản cam kết đang ghi dở")).toBeDefined();
    const half = phone.drafts().get(`pledge/${WARD}/${anh.id}`);
    expect(half).toMatchObject({ step: 2, agreed: expect.arrayContaining(["flag"]) });
    expect((half as { ids: { delivery: string } }).ids.delivery).not.toBe(delivered?.jti);
  });

  test("a household's own pledge, on its own phone, with its consent; later not", async () => {
    const self = { personName: "", deviceName: "Điện thoại", role: "household", areas: [anh.area] } as const;
    const phone = await demoPhone({ self, households: [anh] });
    await phone.act.say(phone.ward, signedByLink());
    const { user, unmount } = renderScreen(phone, <OwnScreen />, { at: "/ho-cua-toi" });
    await user.click(await undo());
    expect(await screen.findByText("Hộ chưa ký cam kết 2026")).toBeDefined();
    expect(takenBack(phone)).toEqual([
      ["pledge.signed", true],
      ["consent.given", true],
    ]);
    unmount();
    await phone.act.say(phone.ward, signedByLink());
    phone.setNow(phone.now(phone.ward) + 60);
    renderScreen(phone, <OwnScreen />, { at: "/ho-cua-toi" });
    await screen.findByRole("button", { name: "Rút bản cam kết" });
    expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
  });
});
