import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { leaveLook } from "../../src/ui/look/leave-look.ts";
import { findLook } from "../../src/ui/look/look-element.ts";
import { drawPicture, takePicture } from "../../src/ui/look/picture.ts";
import { showLook } from "../../src/ui/look/show-look.ts";

const SCREEN = `<div class="screen"><input type="search" aria-label="Tìm"><svg viewBox="0 0 24 24"><path d="M1 1"></path></svg><ul><li style="flex-grow: 3;"><a href="/ho/1" aria-label="Hộ 1, tổ 2: Bà Năm">&lt;1&gt;</a></li></ul><button type="button">Lọc</button></div>`;

beforeEach(() => {
  document.body.innerHTML = `<div id="root"><p>Đang mở…</p></div>`;
});

function root(): HTMLElement {
  return document.getElementById("root")!;
}

/** The screen as React leaves it, beside the look. */
function putUp(): void {
  root().innerHTML = SCREEN;
}

/** The link of the look, pressed as the screen would leave it, and what hears the same link of the screen. */
function pressAndLeave() {
  const link = findLook()!.querySelector("a")!;
  link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  putUp();
  const tapped = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  root().querySelector("a")!.addEventListener("click", tapped);
  leaveLook();
  return { link, tapped };
}

function picture(html = SCREEN) {
  const template = document.createElement("div");
  template.innerHTML = html;
  return takePicture(template.firstElementChild!);
}

test("a picture is drawn as it was taken, and as structured data", () => {
  const drawn = drawPicture(structuredClone(picture())) as HTMLElement;
  expect(drawn.outerHTML).toBe(SCREEN);
  expect(drawn.querySelector("path")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("of a long list only the first lines are taken, and of what is to be chosen what is", () => {
  const list = picture(`<ul data-first="2"><li>1</li><li>2</li><li>3</li></ul>`);
  expect((drawPicture(list) as HTMLElement).textContent).toBe("12");
  const select = document.createElement("select");
  select.innerHTML = "<option>a</option><option>b</option>";
  select.value = "b";
  const drawn = drawPicture(takePicture(select)) as HTMLSelectElement;
  expect(drawn.value).toBe("b");
  expect(drawn.textContent).toBe("b");
});

test("a picture runs nothing", () => {
  const wrong = {
    tag: "p",
    attributes: [["onclick", "x()"]],
    children: [{ tag: "script", attributes: [], children: ["x()"] }],
  };
  expect((drawPicture(wrong) as HTMLElement).outerHTML).toBe("<p></p>");
  expect(showLook(root(), { some: "thing" })).toBe(false);
  expect(root().hidden).toBe(false);
});

test("a banner that may be true no longer is not shown, and its place is kept", () => {
  showLook(root(), picture(`<div><section data-banner="true">Đã gửi</section><p>Hộ 1</p></div>`), false);
  const seen = (text: string) => getComputedStyle(screen.getByText(text)).visibility;
  expect([seen("Đã gửi"), seen("Hộ 1")]).toEqual(["hidden", "visible"]);
});

test("the screen takes the place of the look with what was typed, and goes on where somebody wrote", async () => {
  expect(showLook(root(), picture())).toBe(true);
  expect(root().hidden).toBe(true);
  const box = findLook()!.querySelector("input")!;
  box.focus();
  box.value = "nam";
  putUp();
  const typed = vi.fn<() => void>();
  root().querySelector("input")!.addEventListener("input", typed);
  leaveLook();
  await expect.poll(() => typed.mock.calls.length).toBe(1);
  expect(findLook()).toBeNull();
  expect(root().hidden).toBe(false);
  expect(root().querySelector("input")!.value).toBe("nam");
  expect(document.activeElement).toBe(root().querySelector("input"));
});

test("what was tapped on the look is done once the screen stands", async () => {
  for (const selector of ["a", "button"]) {
    document.body.innerHTML = `<div id="root"></div>`;
    showLook(root(), picture());
    findLook()!.querySelector<HTMLElement>(selector)!.click();
    putUp();
    const tapped = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    root().querySelector(selector)!.addEventListener("click", tapped);
    leaveLook();
    await expect.poll(() => tapped.mock.calls.length).toBe(1);
  }
});

test("what was tapped on the look is done as soon as it is there, where it comes later than the screen", async () => {
  showLook(root(), picture());
  findLook()!.querySelector("button")!.click();
  putUp();
  root().querySelector("button")!.remove();
  leaveLook();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const tapped = vi.fn<() => void>();
  root().querySelector(".screen")!.append(laterButton(tapped));
  await expect.poll(() => tapped.mock.calls.length).toBe(1);
});

test("what comes later than the screen is not tapped by itself once something else was", async () => {
  showLook(root(), picture());
  findLook()!.querySelector("button")!.click();
  putUp();
  root().querySelector("button")!.remove();
  leaveLook();
  await new Promise((resolve) => setTimeout(resolve, 20));
  root().querySelector<HTMLElement>("li")!.click();
  const tapped = vi.fn<() => void>();
  root().querySelector(".screen")!.append(laterButton(tapped));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(tapped).not.toHaveBeenCalled();
});

/** The button of the look, as a part of the screen that is fetched by itself brings it. */
function laterButton(tapped: () => void): HTMLElement {
  const button = document.createElement("button");
  button.textContent = "Lọc";
  button.addEventListener("click", tapped);
  return button;
}

test("a tap is told by where it leads, whatever else its line says by now", async () => {
  showLook(root(), picture());
  findLook()!.querySelector("a")!.click();
  putUp();
  const link = root().querySelector("a")!;
  link.ariaLabel = "Hộ 1, tổ 2: Bà Năm, đã ký";
  link.textContent = "Đã ký";
  const tapped = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  link.addEventListener("click", tapped);
  leaveLook();
  await expect.poll(() => tapped.mock.calls.length).toBe(1);
});

test("what is pressed as the screen would take its place stays until it is let go, and is done", async () => {
  showLook(root(), picture());
  const { link, tapped } = pressAndLeave();
  expect(root().hidden).toBe(true);
  link.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  // A finger's click comes a while later.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(link.isConnected).toBe(true);
  link.click();
  await expect.poll(() => tapped.mock.calls.length).toBe(1);
  expect(findLook()).toBeNull();
  expect(root().hidden).toBe(false);
});

test("a finger that goes on to push the page taps nothing, and the screen takes the place at once", async () => {
  showLook(root(), picture());
  const { link, tapped } = pressAndLeave();
  link.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(findLook()).toBeNull();
  await new Promise((resolve) => setTimeout(resolve));
  expect(tapped).not.toHaveBeenCalled();
});

test("of two presses one after the other the second is waited for, and done", async () => {
  showLook(root(), picture());
  findLook()!.querySelector("a")!.click();
  const other = findLook()!.querySelector("button")!;
  other.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  putUp();
  const tapped: string[] = [];
  for (const one of root().querySelectorAll("a, button"))
    one.addEventListener("click", (event) => {
      event.preventDefault();
      tapped.push(one.localName);
    });
  leaveLook();
  await new Promise((resolve) => setTimeout(resolve));
  expect(other.isConnected).toBe(true);
  other.click();
  await expect.poll(() => tapped).toEqual(["button"]);
});

test("what is pressed when the one before is over is waited for in its turn", async () => {
  showLook(root(), picture());
  const { link } = pressAndLeave();
  const cancel = new PointerEvent("pointercancel", { bubbles: true });
  link.dispatchEvent(cancel);
  link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(link.isConnected).toBe(true);
  link.dispatchEvent(cancel);
  await expect.poll(() => findLook()).toBeNull();
});

test("what is held for long holds up nothing, nor does what cannot be tapped, another button, or what is over", async () => {
  const press = (selector: string, button = 0) =>
    findLook()!
      .querySelector(selector)!
      .dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button }));
  vi.useFakeTimers();
  showLook(root(), picture());
  press("a");
  // Nothing is counted before the screen would take the place.
  await vi.advanceTimersByTimeAsync(5_000);
  putUp();
  leaveLook();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(findLook()).not.toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(findLook()).toBeNull();
  vi.useRealTimers();
  showLook(root(), picture());
  press("ul");
  press("a", 2);
  press("a");
  // Let go beside it, or with a key that means another page.
  findLook()!.click();
  await Promise.resolve();
  await Promise.resolve();
  leaveLook();
  expect(findLook()).toBeNull();
});
