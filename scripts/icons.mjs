// Draws the drum's star and renders the icons of public/. Run by hand when the drawing changes:
// node scripts/icons.mjs
import { readFileSync, writeFileSync } from "node:fs";
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
    await renderPreview(page);
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

/** What others show of a link to a handbook: the cover, wide. */
async function renderPreview(page) {
  const [width, height] = [1200, 630];
  const cover = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#9e1b1b"/>`,
    `<g transform="translate(910 315) scale(1.25)">${star512()}</g>`,
    `<g fill="#faf6ef" font-family="Be Vietnam Pro, sans-serif" font-weight="700" font-size="92">`,
    `<text x="80" y="250">Sổ tay</text><text x="80" y="360">Quy ước</text><text x="80" y="470">khu dân cư</text></g>`,
    `</svg>`,
  ].join("");
  const font = readFileSync(
    join(root, "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2"),
  ).toString("base64");
  const latin = readFileSync(
    join(root, "node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2"),
  ).toString("base64");
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<style>*{margin:0}svg{display:block}${face(latin, "U+0-FF, U+2000-206F")}${face(font, "U+102-103, U+110-111, U+1A0-1B0, U+1EA0-1EF9")}</style>${cover}`,
  );
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(root, "public/chia-se.png") });
}

function face(data, range) {
  return `@font-face{font-family:"Be Vietnam Pro";font-weight:700;src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
}

/** The star of fourteen rays in its rings, gold on lacquer, as on the face of a Đông Sơn drum. */
function drawing({ corner, scale }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<rect width="${size}" height="${size}" rx="${corner}" fill="#9e1b1b"/>`,
    `<g transform="translate(${centre} ${centre}) scale(${scale})">${star512()}</g>`,
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

/** The star about its centre, 444 wide. */
function star512() {
  return [
    `<g fill="none" stroke="#d9a441">`,
    `<circle r="222" stroke-width="7"/>`,
    `<path d="${ticks(44, 188, 208)}" stroke-width="9"/>`,
    `<circle r="174" stroke-width="5"/>`,
    `<path d="${star(14, 158, 44)}" fill="#d9a441" stroke="none"/>`,
    `<circle r="50" fill="#d9a441" stroke="none"/>`,
    `</g>`,
  ].join("");
}
