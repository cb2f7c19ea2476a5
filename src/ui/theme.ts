/** How the phone's owner wants pages to look; `auto` as the phone itself does. */
export type Theme = "auto" | "light" | "dark" | "contrast";

/** What a page looks like; the colours of each stand in tokens.css. */
export type Look = Exclude<Theme, "auto">;

/** What a choice comes to on a phone that prefers more contrast, darkness, or neither. */
export function lookOf(theme: Theme, prefers: (query: string) => boolean): Look {
  if (theme !== "auto") return theme;
  if (prefers(CONTRAST)) return "contrast";
  return prefers(DARK) ? "dark" : "light";
}

/** Gives the page the look of a choice. */
export function dress(theme: Theme): void {
  const look = lookOf(theme, (query) => window.matchMedia?.(query).matches);
  document.documentElement.dataset["theme"] = look;
}

/** The same, now and whenever the phone's own changes; returns how to stop. */
export function followTheme(theme: Theme): () => void {
  const media = [CONTRAST, DARK].map((query) => window.matchMedia?.(query));
  const again = () => dress(theme);
  again();
  for (const one of media) one?.addEventListener("change", again);
  return () => {
    for (const one of media) one?.removeEventListener("change", again);
  };
}

const CONTRAST = "(prefers-contrast: more)";
const DARK = "(prefers-color-scheme: dark)";
