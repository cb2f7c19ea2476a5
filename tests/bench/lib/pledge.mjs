/** Opens a household without leaving the app, and goes through its pledge up to the signature, without saving it. */
export async function signPledge(page, path) {
  await page.evaluate((to) => history.pushState(null, "", to), path);
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("textbox", { name: "Người ký" }).fill("Trần Thị Mai");
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await draw(page);
}

async function draw(page) {
  const canvas = page.getByLabel("Chữ ký", { exact: true });
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (let i = 1; i <= 40; i += 1) {
    await page.mouse.move(x + width * (0.2 + i * 0.015), y + height * (0.5 + 0.25 * Math.sin(i / 2)));
  }
  await page.mouse.up();
}
