import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { demoPhone, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

// jsdom has no camera, no decoder and no canvas; tests in a browser have.
beforeEach(() => {
  vi.stubGlobal("createImageBitmap", async (file: File) => {
    if (file.name === "hong.jpg") throw new DOMException("no picture", "InvalidStateError");
    return { width: 4000, height: 3000, close: () => {} };
  });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation((done) =>
    done({ arrayBuffer: async () => JPEG.slice().buffer } as Blob),
  );
  URL.createObjectURL = () => "blob:photo";
  URL.revokeObjectURL = () => {};
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A promise, and what fulfils it. */
function hold<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const save = (user: UserEvent) => user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
const photograph = async (user: UserEvent, file = new File(["jpeg"], "giay.jpg", { type: "image/jpeg" })) =>
  user.upload(screen.getByLabelText(/^Chụp/), file);

/** At the third step, on paper; the second purpose, of the photo, is not ticked yet. */
async function openPaper(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Signing id={anh.id} />);
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await user.click(await screen.findByRole("button", { name: "Ghi bản giấy" }));
  return opened;
}

function saidOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}

async function pledged(phone: MemoryPhone): Promise<string> {
  const { user, unmount } = await openPaper(phone);
  await user.click(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }));
  await photograph(user);
  await screen.findByAltText("Ảnh bản giấy vừa chụp");
  await save(user);
  await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
  unmount();
  return saidOn(phone)[1]?.jti ?? "";
}

describe("a pledge on paper", () => {
  test("is kept with who signed, the day, the photo, and consent to that", async () => {
    const phone = await demoPhone();
    await pledged(phone);
    const [consent, pledge] = saidOn(phone);
    expect(consent?.body["purposes"]).toEqual(["record", "photo"]);
    expect(pledge?.body).toMatchObject({ medium: "paper", on: "2026-11-23", consent: consent?.jti });
    expect(Object.keys(pledge?.personal ?? {}).sort()).toEqual(["photo", "relation", "signer"]);
    expect(phone.drafts().size).toBe(0);
  });

  test("says what it lacks: the consent to the photo, the photo, a day that has come", async () => {
    const phone = await demoPhone();
    const { user } = await openPaper(phone);
    await save(user);
    expect(screen.getByRole("alert").textContent).toMatch(/^Hộ chưa đồng ý cho lưu ảnh/);
    await user.click(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }));
    await save(user);
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có ảnh/);
    await user.clear(screen.getByLabelText("Ngày ký trên giấy"));
    await user.type(screen.getByLabelText("Ngày ký trên giấy"), "2026-12-01");
    await save(user);
    expect(screen.getByRole("alert").textContent).toMatch(/^Hãy chọn ngày ký/);
    expect(saidOn(phone)).toEqual([]);
  });

  test("is found again where it was left, with its photo", async () => {
    const phone = await demoPhone();
    const { user, unmount } = await openPaper(phone);
    await photograph(user);
    await screen.findByAltText("Ảnh bản giấy vừa chụp");
    unmount();
    renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByAltText("Ảnh bản giấy vừa chụp")).toBeDefined();
  });

  test("keeps what was ticked while the photo was being made smaller", async () => {
    const phone = await demoPhone();
    const { user } = await openPaper(phone);
    let ready = () => {};
    vi.stubGlobal("createImageBitmap", () => {
      const { promise, resolve } = hold<object>();
      ready = () => resolve({ width: 4000, height: 3000, close: () => {} });
      return promise;
    });
    await photograph(user);
    await user.click(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }));
    ready();
    await screen.findByAltText("Ảnh bản giấy vừa chụp");
    expect(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ })).toHaveProperty("checked", true);
    await save(user);
    await waitFor(() => expect(saidOn(phone)[0]?.body["purposes"]).toEqual(["record", "photo"]));
  });

  test("keeps a photo that became ready while what stood before it could not be kept", async () => {
    const phone = await demoPhone();
    const { user } = await openPaper(phone);
    await user.click(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }));
    await photograph(user);
    await screen.findByAltText("Ảnh bản giấy vừa chụp");
    // The second one is being made smaller when the first is saved, and that takes a while.
    const second = JPEG.with(7, 9);
    const { promise: shrinking, resolve: shrunk } = hold<object>();
    vi.stubGlobal("createImageBitmap", () => shrinking);
    vi.mocked(HTMLCanvasElement.prototype.toBlob).mockImplementation((done) =>
      done({ arrayBuffer: async () => second.slice().buffer } as Blob),
    );
    await photograph(user, new File(["jpeg"], "giay-2.jpg", { type: "image/jpeg" }));
    const { promise: saving, resolve: failed } = hold<{ readonly ok: false; readonly error: "full" }>();
    vi.spyOn(phone.act, "say").mockReturnValueOnce(saving);
    await save(user);
    shrunk({ width: 4000, height: 3000, close: () => {} });
    const key = `pledge/${phone.ward}/${anh.id}`;
    const photoKept = () => [...(phone.drafts().get(key) as { photo: Uint8Array }).photo];
    await waitFor(() => expect(photoKept()).toEqual([...second]));
    failed({ ok: false, error: "full" });
    await screen.findAllByText(/hết chỗ/);
    await save(user);
    await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
    const pledge = saidOn(phone)[1]?.jti ?? "";
    const photo = await new Promise<Uint8Array>((resolve) =>
      phone.watch.photo(phone.ward, pledge)((kept) => kept && resolve(kept)),
    );
    expect([...photo]).toEqual([...second]);
  });

  test("takes no picture that cannot be read", async () => {
    const phone = await demoPhone();
    const { user } = await openPaper(phone);
    await photograph(user, new File(["x"], "hong.jpg", { type: "image/jpeg" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Máy không đọc được ảnh này/);
  });

  test("stays a draft where the phone is full, and says so", async () => {
    const phone = await demoPhone();
    const { user } = await openPaper(phone);
    await user.click(screen.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }));
    await photograph(user);
    await screen.findByAltText("Ảnh bản giấy vừa chụp");
    phone.failSaying("full");
    await save(user);
    await waitFor(() =>
      expect(
        screen
          .getAllByRole("alert")
          .map((one) => one.textContent)
          .join(),
      ).toMatch(/hết chỗ/),
    );
    expect(phone.drafts().size).toBe(1);
  });
});

describe("the diary", () => {
  test("shows the photo that is here, and says of another that it is to come", async () => {
    const phone = await demoPhone();
    const jti = await pledged(phone);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByAltText("Ảnh bản giấy hộ đã ký")).toBeDefined();
    phone.movePhoto(jti);
    expect(await screen.findByText("chờ ảnh")).toBeDefined();
    phone.failCalls("not-found");
    await user.click(screen.getByRole("button", { name: "Xem ảnh bản giấy" }));
    expect(await screen.findByText("Phường chưa nhận được ảnh này.")).toBeDefined();
    phone.failCalls("unreachable");
    await user.click(screen.getByRole("button", { name: "Xem ảnh bản giấy" }));
    expect(await screen.findByText(/^Chưa lấy được ảnh từ phường/)).toBeDefined();
    phone.failCalls(null);
    await user.click(screen.getByRole("button", { name: "Xem ảnh bản giấy" }));
    expect(await screen.findByAltText("Ảnh bản giấy hộ đã ký")).toBeDefined();
  });
});
