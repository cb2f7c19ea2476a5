import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Acts } from "../../src/phone/api/phone.ts";
import { EnrolScreen } from "../../src/ui/enrol/EnrolScreen.tsx";
import { InsecureNotice } from "../../src/ui/welcome/InsecureNotice.tsx";
import { demoPhone } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

const CODE = "AbCdEfGhIjKlMnOpQrStUv";
const INVITE = `/vao#phuong-3.${CODE}`;
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 Version/17.6 Mobile/15E148 Safari/604.1";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("opening the page enrols nothing; the code leaves the address at once and survives a reload", async () => {
  const { phone, requests } = await watchedPhone();
  const first = renderAt(phone, INVITE, <EnrolScreen />);
  expect(await screen.findByRole("button", { name: "Đăng ký máy này" })).toBeTruthy();
  expect(window.location.href).not.toContain(CODE);
  expect(window.location.pathname).toBe("/vao");
  expect(requests).toEqual([]);
  first.unmount();
  renderAt(phone, "/vao", <EnrolScreen />);
  expect(await screen.findByRole("button", { name: "Đăng ký máy này" })).toBeTruthy();
});

test("a tap enrols, with a name for the device and one for the person, asks for lasting storage, and leads to the round", async () => {
  const { phone, requests, persisted } = await watchedPhone();
  const { user } = renderAt(phone, INVITE, <EnrolScreen />);
  const name = await screen.findByRole("textbox", { name: "Tên thiết bị" });
  await user.clear(name);
  await user.type(name, "Điện thoại cô Sáu");
  await user.type(screen.getByRole("textbox", { name: "Họ tên người dùng máy" }), "Nguyễn Thị Sáu");
  await user.click(screen.getByRole("button", { name: "Đăng ký máy này" }));
  await waitFor(() => expect(window.location.pathname).toBe("/di-ho"));
  expect(requests).toEqual([
    { ward: "phuong-3", code: CODE, deviceName: "Điện thoại cô Sáu", personName: "Nguyễn Thị Sáu" },
  ]);
  expect(persisted()).toBe(1);
  expect(phone.drafts().size).toBe(0);
});

test("a device without a name is asked for one before anything is sent", async () => {
  const { phone, requests } = await watchedPhone();
  const { user } = renderAt(phone, INVITE, <EnrolScreen />);
  const name = await screen.findByRole("textbox", { name: "Tên thiết bị" });
  await user.clear(name);
  await user.click(screen.getByRole("button", { name: "Đăng ký máy này" }));
  expect(await screen.findByText("Hãy ghi tên thiết bị.")).toBeTruthy();
  expect(document.activeElement).toBe(name);
  expect(requests).toEqual([]);
});

test.each([
  ["invite-unknown", /không nhận ra mã mời này/],
  ["invite-used", /đã được một máy khác dùng/],
  ["invite-expired", /Mã mời đã quá hạn/],
  ["bad-proof", /không kiểm được chìa khoá/],
  ["too-often", /Đã thử quá nhiều lần/],
  ["unreachable", /Đang không gọi được phường/],
  ["bad-answer", /máy không đọc được/],
  ["unavailable", /Phường đang tạm ngừng/],
  ["unknown-ward", /không có phường trong mã mời/],
  ["wrong-ward-key", /không khớp với chìa khoá/],
  ["storage", /không cho giữ dữ liệu/],
  ["something-new", /\(something-new\)/],
])("%s is told in words, and the code is still there to try again", async (error, words) => {
  const { phone } = await watchedPhone();
  phone.failCalls(error);
  const { user } = renderAt(phone, INVITE, <EnrolScreen />);
  await user.click(await screen.findByRole("button", { name: "Đăng ký máy này" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  phone.failCalls(null);
  await user.click(screen.getByRole("button", { name: "Đăng ký máy này" }));
  await waitFor(() => expect(window.location.pathname).toBe("/di-ho"));
});

test("a code that is spent makes room for another", async () => {
  const { phone } = await watchedPhone();
  phone.failCalls("invite-used");
  const { user } = renderAt(phone, INVITE, <EnrolScreen />);
  await user.click(await screen.findByRole("button", { name: "Đăng ký máy này" }));
  await user.click(await screen.findByRole("button", { name: "Dùng mã mời khác" }));
  await user.type(await screen.findByRole("textbox", { name: "Mã mời hoặc đường dẫn" }), "sai rồi");
  await user.click(screen.getByRole("button", { name: "Dùng mã này" }));
  expect(await screen.findByText(/Không thấy mã mời/)).toBeTruthy();
  await user.clear(screen.getByRole("textbox"));
  await user.type(screen.getByRole("textbox"), `https://so-tay.example/vao#phuong-3.${CODE}`);
  await user.click(screen.getByRole("button", { name: "Dùng mã này" }));
  expect(await screen.findByRole("button", { name: "Đăng ký máy này" })).toBeTruthy();
});

test("a link that is opened while the page is open is taken as well", async () => {
  const { phone } = await watchedPhone();
  renderAt(phone, "/vao", <EnrolScreen />);
  expect(await screen.findByRole("button", { name: "Dùng mã này" })).toBeTruthy();
  act(() => window.location.assign(`#phuong-3.${CODE}`));
  expect(await screen.findByRole("button", { name: "Đăng ký máy này" })).toBeTruthy();
  expect(window.location.href).not.toContain(CODE);
});

test.each([
  ["Zalo", `${IPHONE} Zalo iOS/645`, "Đang mở trong Zalo", /Mở bằng trình duyệt/],
  ["Facebook", `${IPHONE} [FBAN/FBIOS;FBAV/488.0]`, "Đang mở trong Facebook", /Mở bằng trình duyệt/],
  ["a Safari tab on iOS", IPHONE, "Cần mở từ màn hình chính của iPhone, iPad", /Thêm vào MH chính/],
])(
  "inside %s nothing is enrolled: it says where to go and gives the code along",
  async (_, agent, title, way) => {
    vi.spyOn(navigator, "userAgent", "get").mockReturnValue(agent);
    const { phone, requests } = await watchedPhone();
    const { user } = renderAt(phone, INVITE, <EnrolScreen />);
    expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
    expect(screen.getByText(way)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Đăng ký máy này" })).toBeNull();
    expect(screen.getByDisplayValue(`phuong-3.${CODE}`)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Chép mã mời" }));
    await screen.findAllByText("Đã chép.");
    expect(await navigator.clipboard.readText()).toBe(`phuong-3.${CODE}`);
    expect(requests).toEqual([]);
  },
);

test("a phone that is enrolled already does not use up another code", async () => {
  const phone = await demoPhone();
  renderAt(phone, INVITE, <EnrolScreen />);
  expect(await screen.findByRole("heading", { name: "Máy này đã đăng ký với Phường 3" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Đăng ký máy này" })).toBeNull();
});

test("an insecure address says so on every page, and enrols nothing", async () => {
  vi.stubGlobal("isSecureContext", false);
  const { phone } = await watchedPhone();
  renderAt(
    phone,
    INVITE,
    <>
      <InsecureNotice />
      <EnrolScreen />
    </>,
  );
  expect(await screen.findByText(/trình duyệt không cho tạo chìa khoá/)).toBeTruthy();
  expect(screen.getByText(/Địa chỉ này không an toàn \(không có https\)/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Đăng ký máy này" })).toBeNull();
});

/** A reader's phone that notes what it is asked to do. */
async function watchedPhone() {
  const phone = await demoPhone({ self: null });
  const requests: Parameters<Acts["enrol"]>[0][] = [];
  let persisted = 0;
  const watched: MemoryPhone = {
    ...phone,
    act: {
      ...phone.act,
      enrol: (request) => {
        requests.push(request);
        return phone.act.enrol({ personName: "Cô Sáu", ...request }).then((done) => {
          if (!done.ok) requests.pop();
          return done;
        });
      },
      persist: async () => ++persisted > 0,
    },
  };
  return { phone: watched, requests, persisted: () => persisted };
}
