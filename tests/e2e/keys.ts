import type { Page } from "playwright-core";

/** Goes on by Tab until what has the focus is called so; gives up where it must have come round. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press("Tab");
    if (name.test(await nameOfFocus(page))) return;
  }
  throw new Error(`no way by Tab to ${name}`);
}

/** Role and name of what has the focus, as a screen reader is told. */
export async function nameOfFocus(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId ?? "",
    fetchRelatives: false,
  });
  await session.detach();
  return `${nodes[0]?.role?.value ?? ""} ${nodes[0]?.name?.value ?? ""}`;
}

const MOST = 120;
