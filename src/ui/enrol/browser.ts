/** Whether a key made here would live as long as the app: only then is a device enrolled. */
export type EnrolPlace = "fine" | "zalo" | "facebook" | "in-app" | "ios-tab";

/** What the browser says of itself. */
export interface BrowserFacts {
  readonly userAgent: string;
  /** Whether the app was opened from the home screen (`display-mode: standalone`). */
  readonly standalone: boolean;
  /** `navigator.maxTouchPoints`: an iPad calls itself a Macintosh, but a Macintosh has no touch screen. */
  readonly touchPoints: number;
}

/**
 * Tells a browser that keeps its data from one that loses them: the windows inside Zalo, Facebook and the like have a
 * store of their own that goes with the app's cache, and Safari on iOS drops a site's data after seven days without a
 * visit (webkit.org/blog/10218) unless it stands on the home screen.
 */
export function enrolPlace({ userAgent, standalone, touchPoints }: BrowserFacts): EnrolPlace {
  if (/\bZalo/i.test(userAgent)) return "zalo";
  if (/\bFB(AN|AV|_IAB|IOS)\b|\bMessenger/i.test(userAgent)) return "facebook";
  if (
    /Instagram|\bLine\/|MicroMessenger|TikTok|musical_ly|BytedanceWebview|Viber|Telegram|Twitter/i.test(
      userAgent,
    )
  )
    return "in-app";
  if (/Android.*;\s*wv\)/.test(userAgent)) return "in-app";
  if (isIos(userAgent, touchPoints) && !standalone) return "ios-tab";
  return "fine";
}

/** Whether it runs on an iPhone, iPod or iPad, where every browser is Safari inside. */
export function isIos(userAgent: string, touchPoints: number): boolean {
  return /iPhone|iPod|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
}

/** A name to begin with for this device, from what the browser says: 'Samsung SM-A125F', 'iPhone', 'Máy tính Windows'. */
export function guessDeviceName({
  userAgent,
  touchPoints,
}: Pick<BrowserFacts, "userAgent" | "touchPoints">): string | null {
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return "iPad";
  if (/iPhone/.test(userAgent)) return "iPhone";
  const model = /Android [^;)]*;\s*(?:[a-z]{2}-[a-z]{2};\s*)?([^;)]+?)(?:\s+Build\/[^;)]*)?[;)]/i
    .exec(userAgent)?.[1]
    ?.trim();
  // Chrome hides the model and says 'K' for every phone.
  if (model && model !== "K" && model !== "wv") return model;
  if (/Android/.test(userAgent)) return "Android";
  if (/Windows/.test(userAgent)) return "Windows";
  if (/Macintosh/.test(userAgent)) return "Mac";
  return null;
}
