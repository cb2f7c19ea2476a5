// Draws the drum's star and renders the icons of public/. Run by hand when the drawing changes:
// node scripts/icons.mjs
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { findBrowser } from "./browser.mjs";
import { root } from "./paths.mjs";

const size = 512;
const centre = size / 2;

await drawIcons();

async function drawIcons() {
  const icon = drawing({ corner: 112, scale: 1 });
  const fullBleed = drawing({ corner: 0, scale: 1 });
  // A launcher may cut a maskable icon down to a circle of 80 % of its width.
  const maskable = drawing({ corner: 0, scale: 0.84 });
  writeFileSync(join(root, "public/icon.svg"), `${icon}\n`);
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    await render(page, icon, 192, "icon-192.png");
    await render(page, icon, 512, "icon-512.png");
    await render(page, maskable, 512, "icon-maskable-512.png");
    await render(page, fullBleed, 180, "apple-touch-icon.png");
  } finally {
    await browser.close();
  }
}

async function render(page, svg, pixels, name) {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${svg}`,
  );
  await page.screenshot({ path: join(root, "public", name), omitBackground: true });
}

/** The star of fourteen rays in its rings, gold on lacquer, as on the face of a Đông Sơn drum. */
function drawing({ corner, scale }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" rx="${corner}" fill="#9e1b1b"/>`,
    `<g transform="translate(${centre} ${centre}) scale(${scale})" fill="none" stroke="#d9a441">`,
    `<circle r="222" stroke-width="7"/>`,
    `<path d="${ticks(44, 188, 208)}" stroke-width="9"/>`,
    `<circle r="174" stroke-width="5"/>`,
    `<path d="${star(14, 158, 44)}" fill="#d9a441" stroke="none"/>`,
    `<circle r="50" fill="#d9a441" stroke="none"/>`,
    `</g>`,
    `</svg>`,
  ].join("");
}

function star(rays, outer, inner) {
  const points = Array.from({ length: rays * 2 }, (_, i) => at(i / (rays * 2), i % 2 === 0 ? outer : inner));
  return `M${points.join("L")}Z`;
}

function ticks(count, from, to) {
  return Array.from({ length: count }, (_, i) => `M${at(i / count, from)}L${at(i / count, to)}`).join("");
}

function at(turn, radius) {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return `${(Math.cos(angle) * radius).toFixed(1)} ${(Math.sin(angle) * radius).toFixed(1)}`;
}
