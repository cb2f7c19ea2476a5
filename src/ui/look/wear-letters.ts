/**
 * Wakes the letters of a page that the ward wrote (server/page/inline-styles.ts). Its first screen keeps those that it began
 * with, the phone's own: others would move every line under somebody's eyes.
 */
export function wearLetters(): void {
  const letters = document.getElementById("letters");
  if (letters instanceof HTMLStyleElement) letters.media = "all";
}
