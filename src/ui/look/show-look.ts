import { listen, LOOK_ID } from "./look-element.ts";
import { drawPicture } from "./picture.ts";

/**
 * Shows a picture of the screen that is about to be drawn, in place of the page's waiting words; whether it could. Its
 * banner stays empty where that may tell what holds no longer.
 */
export function showLook(root: HTMLElement, picture: unknown, withBanner = true): boolean {
  const node = drawPicture(picture);
  if (!node) return false;
  const look = document.createElement("div");
  look.id = LOOK_ID;
  look.append(node);
  const banner = look.querySelector<HTMLElement>("[data-banner]");
  // Its place is kept: what is about to be tapped must not move.
  if (banner && !withBanner) banner.style.visibility = "hidden";
  listen(look);
  root.hidden = true;
  root.before(look);
  return true;
}
