import { SLOW, THIN, openTelephone, slowDown } from "./telephone.mjs";

/**
 * Milliseconds from the navigation to the first text on the glass of a browser that has seen nothing yet, on a thin line
 * with a slow processor. The line is the browser's own: each answer comes as late and as slowly as there.
 */
export async function firstText(chromium, url) {
  const phone = await openTelephone({ chromium });
  try {
    const page = await phone.context.newPage();
    const session = await phone.context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", THIN);
    await slowDown(session, SLOW);
    await page.goto(url, { waitUntil: "commit" });
    return await page.evaluate(waitForPaint);
  } finally {
    await phone.end();
  }
}

// Runs in the page.
function waitForPaint() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint) resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}
