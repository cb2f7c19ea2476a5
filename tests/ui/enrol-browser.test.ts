import { expect, test } from "vitest";
import { enrolPlace, guessDevice } from "../../src/ui/enrol/browser.ts";
import { formatInvite, readInvite } from "../../src/ui/enrol/invite-link.ts";

const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15";

test.each([
  ["Chrome on Android", `${ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36`, {}, "fine"],
  ["Samsung Internet", `${ANDROID} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`, {}, "fine"],
  [
    "Cốc Cốc on Android",
    `${ANDROID} coc_coc_browser/135.0 Chrome/129.0.0.0 Mobile Safari/537.36`,
    {},
    "fine",
  ],
  ["Firefox on Android", "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", {}, "fine"],
  [
    "Edge on Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0",
    {},
    "fine",
  ],
  ["Safari on a Mac", MAC, {}, "fine"],
  ["the installed app on an iPhone", `${IPHONE} Mobile/15E148`, { standalone: true }, "fine"],
  ["the installed app on an iPad", MAC, { touchPoints: 5, standalone: true }, "fine"],
  [
    "Zalo on Android",
    `Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0 Mobile Safari/537.36 Zalo android/24100719 ZaloTheme/light ZaloLanguage/vi`,
    {},
    "zalo",
  ],
  ["Zalo on an iPhone", `${IPHONE} Mobile/15E148 Zalo iOS/645 ZaloTheme/light ZaloLanguage/vi`, {}, "zalo"],
  ["Zalo, even if it says standalone", `${IPHONE} Zalo iOS/645`, { standalone: true }, "zalo"],
  [
    "Facebook on Android",
    `${ANDROID} Version/4.0 Chrome/130.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0.0.63.82;]`,
    {},
    "facebook",
  ],
  [
    "Facebook on an iPhone",
    `${IPHONE} Mobile/21G93 [FBAN/FBIOS;FBAV/488.0.0.70.105;FBBV/655]`,
    {},
    "facebook",
  ],
  ["Messenger on an iPhone", `${IPHONE} Mobile/21G93 [FBAN/MessengerForiOS;FBAV/480.0]`, {}, "facebook"],
  ["Instagram", `${IPHONE} Mobile/21G93 Instagram 358.0.0.0.2 (iPhone15,2; iOS 17_6)`, {}, "in-app"],
  [
    "TikTok",
    `${ANDROID} Chrome/130 Mobile Safari/537.36 musical_ly_2023708050 BytedanceWebview/d8a21c6`,
    {},
    "in-app",
  ],
  [
    "another app's window on Android",
    "Mozilla/5.0 (Linux; Android 12; Redmi 9A; wv) AppleWebKit/537.36 Version/4.0 Chrome/119.0 Mobile Safari/537.36",
    {},
    "in-app",
  ],
  ["a Safari tab on an iPhone", `${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1`, {}, "ios-tab"],
  ["a Chrome tab on an iPhone", `${IPHONE} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`, {}, "ios-tab"],
  ["a Safari tab on an iPad", MAC, { touchPoints: 5 }, "ios-tab"],
] as const)("%s", (_, userAgent, more, place) => {
  expect(enrolPlace({ userAgent, standalone: false, touchPoints: 0, ...more })).toBe(place);
});

test.each([
  [`${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1`, 5, { kind: "itself", model: "iPhone" }],
  [MAC, 5, { kind: "itself", model: "iPad" }],
  [MAC, 0, { kind: "computer", model: "Mac" }],
  [`${ANDROID} Chrome/131.0.0.0 Mobile Safari/537.36`, 5, { kind: "phone", model: "Android" }],
  ["Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36", 5, { kind: "phone", model: "SM-A135F" }],
  [
    "Mozilla/5.0 (Linux; Android 9; Redmi 7A Build/PKQ1) AppleWebKit/537.36",
    5,
    { kind: "phone", model: "Redmi 7A" },
  ],
  [
    "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
    5,
    { kind: "phone", model: "Android" },
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36", 0, { kind: "computer", model: "Windows" }],
  ["something else", 0, { kind: "computer", model: "" }],
])("%s is called something", (userAgent, touchPoints, guess) => {
  expect(guessDevice({ userAgent, touchPoints })).toEqual(guess);
});

const CODE = "AbCdEfGhIjKlMnOpQrStUv";

test.each([
  [`https://so-tay.example/vao#phuong-3.${CODE}`, { ward: "phuong-3", code: CODE }],
  [`#phuong-3.${CODE}`, { ward: "phuong-3", code: CODE }],
  [`phuong-3.${CODE}`, { ward: "phuong-3", code: CODE }],
  [`  https://so-tay.example/vao#phuong-3.\n${CODE} `, { ward: "phuong-3", code: CODE }],
  [`phuong-3.${CODE}.${CODE}.${CODE}`, { ward: "phuong-3", code: `${CODE}.${CODE}.${CODE}` }],
  ["https://so-tay.example/vao", null],
  ["phuong-3.short", null],
  [`Phường 3.${CODE}`, null],
  [CODE, null],
  ["#main", null],
  ["", null],
])("'%s' is read as an invite", (text, invite) => {
  expect(readInvite(text)).toEqual(invite);
});

test("an invite that is written is read the same", () => {
  expect(readInvite(formatInvite({ ward: "phuong-3", code: CODE }))).toEqual({
    ward: "phuong-3",
    code: CODE,
  });
});
