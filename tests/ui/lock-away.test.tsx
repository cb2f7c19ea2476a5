import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { isOpened } from "../../src/ui/lock/opened.ts";
import { demoPhone } from "./demo-ward.ts";

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  document.body.hidden = false;
});

/** Goes out of sight, and comes back after so many milliseconds. */
function leaveFor(milliseconds: number): void {
  const look = vi.spyOn(document, "visibilityState", "get");
  look.mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  const back = Date.now() + milliseconds;
  vi.spyOn(Date, "now").mockReturnValue(back);
  look.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
}

async function openRound() {
  const phone = await demoPhone();
  window.history.pushState(null, "", "/di-ho");
  render(<App phone={phone} />);
  await screen.findByRole("searchbox", { name: "Tìm theo tên, số nhà" });
  return phone;
}

test("a tab that stood open when a PIN was set in another asks for it after five minutes out of sight", async () => {
  const phone = await openRound();
  await act(() => phone.act.setPin("2580", null));
  await waitFor(() => expect(isOpened(Date.now())).toBe(true));
  leaveFor(3_600_000);
  expect(document.body.hidden).toBe(true);
  expect(isOpened(Date.now())).toBe(false);
});

test("a tab asks for none that was removed meanwhile", async () => {
  const phone = await openRound();
  await act(() => phone.act.setPin("2580", null));
  await waitFor(() => expect(isOpened(Date.now())).toBe(true));
  await act(() => phone.act.setPin(null, "2580"));
  leaveFor(3_600_000);
  expect(document.body.hidden).toBe(false);
});

test("a page that was let by while nobody could tell of a PIN asks as soon as there turns out to be one", async () => {
  document.body.dataset["unread"] = "";
  try {
    const phone = await demoPhone();
    await phone.act.setPin("2580", null);
    window.history.pushState(null, "", "/so-tay/phuong-3/kp2");
    render(<App phone={phone} />);
    await waitFor(() => expect(document.body.hidden).toBe(true));
    expect(isOpened(Date.now())).toBe(false);
  } finally {
    delete document.body.dataset["unread"];
  }
});
