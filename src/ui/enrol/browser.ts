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

/** What a device seems to be, to begin its name with: `{ kind: "phone", model: "SM-A125F" }`. */
export function guessDevice({
  userAgent,
  touchPoints,
}: Pick<BrowserFacts, "userAgent" | "touchPoints">): DeviceGuess {
  if (isIos(userAgent, touchPoints))
    return { kind: "itself", model: /iPhone|iPod/.test(userAgent) ? "iPhone" : "iPad" };
  if (/Android/.test(userAgent)) {
    const model = /Android [^;)]*;\s*([^;)]+?)(?:\s+Build\/[^;)]*)?[;)]/.exec(userAgent)?.[1]?.trim();
    // Chrome hides the model and says 'K' for every phone.
    return { kind: "phone", model: model && model !== "K" && model !== "Mobile" ? model : "Android" };
  }
  return {
    kind: "computer",
    model: /Windows|Macintosh|CrOS|Linux/.exec(userAgent)?.[0].replace("Macintosh", "Mac") ?? "",
  };
}

export interface DeviceGuess {
  readonly kind: "itself" | "phone" | "computer";
  readonly model: string;
}
