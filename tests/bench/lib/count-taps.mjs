/**
 * Fills in the pledge as somebody would who holds the phone, and has the browser count how often the glass is touched.
 * @param {import("playwright-core").Page} page
 * @param {(hand: ReturnType<typeof handOn>) => Promise<void>} act
 * @returns {Promise<number>}
 */
export async function countTaps(page, act) {
  let touched = 0;
  await page.exposeFunction("touchedTheGlass", () => (touched += 1));
  const listen = () =>
    addEventListener("pointerdown", () => void globalThis.touchedTheGlass(), {
      capture: true,
      passive: true,
    });
  await page.addInitScript(listen);
  await page.evaluate(listen);
  await act(handOn(page));
  return touched;
}

function handOn(page) {
  return {
    page,
    tap: (locator) => locator.tap(),
    /** One stroke. */
    async draw(canvas) {
      await canvas.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await canvas.boundingBox();
      await page.mouse.move(x + width * 0.2, y + height * 0.6);
      await page.mouse.down();
      for (let i = 1; i <= 30; i += 1)
        await page.mouse.move(x + width * (0.2 + i * 0.02), y + height * (0.5 + 0.25 * Math.sin(i / 2)));
      await page.mouse.up();
    },
  };
}

/** Ours: from the round to the receipt. `each`: item by item, as the others ask, not all at once. */
export async function signOurs({ page, tap, draw }, { each }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  await tap(page.getByRole("link", { name: /^Hộ .*: .*chưa gặp/i }).first());
  await tap(button("Gặp được"));
  await tap(button("Ký cam kết"));
  await button("Đồng ý tất cả").waitFor();
  if (each) for (const item of await page.locator(".pledge-items input").all()) await tap(item);
  else await tap(button("Đồng ý tất cả"));
  await tap(button("Tiếp tục"));
  await tap(page.getByRole("checkbox", { name: /^Hộ đồng ý/ }).first());
  await tap(button("Tiếp tục"));
  await tap(page.getByRole("checkbox", { name: /sổ tay/ }));
  await draw(page.getByLabel("Chữ ký", { exact: true }));
  await tap(button("Lưu cam kết"));
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
}

/** Enketo's: from a list with one link to the record that is kept. */
export async function signEnketo({ page, tap, draw }) {
  await tap(page.getByRole("link"));
  await page.locator("body[data-usable]").waitFor();
  for (const question of await page.locator(".question:has(input[type=radio][value=yes])").all())
    await tap(question.locator("label:has(input[value=yes])"));
  await tap(page.locator(".show-canvas-btn"));
  await draw(page.locator("canvas"));
  await tap(page.locator(".hide-canvas-btn"));
  await tap(page.locator("#keep"));
  await page.locator("body[data-kept]").waitFor();
}

/** ODK's: it knows no drawing yet, so the signature is a picture that the phone's own camera or file dialogue takes. */
export async function signOdk({ page, tap }, { picture }) {
  await tap(page.getByRole("link"));
  await page.locator(".question-container").first().waitFor();
  for (const option of await page.locator("label.value-option:has(input[value=yes])").all())
    await tap(option);
  const choosing = page.waitForEvent("filechooser");
  await tap(page.getByRole("button", { name: "Choose image" }));
  await (await choosing).setFiles(picture);
  await page.locator(".question-container img").waitFor();
  await tap(page.getByRole("button", { name: "Send" }));
  await page.locator("body[data-kept]").waitFor();
}
