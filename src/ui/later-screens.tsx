import type { i18n as Texts } from "i18next";
import { later } from "./parts/later.tsx";
import { addLaterWords, addPledgeWords } from "./text/i18n.ts";

/** The screens that a reader of the handbook does not open, each fetched with its words when it is opened. */
export function laterScreens(texts: Texts) {
  const words = () => addLaterWords(texts);
  const Household = later(async () => (await import("./household/Household.tsx")).Household, words);
  const Signing = later(
    async () => (await import("./pledge/Signing.tsx")).Signing,
    () => addPledgeWords(texts),
  );
  const Round = later(async () => (await import("./round/Round.tsx")).Round, words);
  const Office = later(async () => (await import("./office/OfficeScreen.tsx")).OfficeScreen, words);
  const Welcome = later(async () => (await import("./welcome/WelcomeScreen.tsx")).WelcomeScreen);
  return {
    Household: Household.Screen,
    MeScreen: later(async () => (await import("./me/MeScreen.tsx")).MeScreen, words).Screen,
    MoreScreens: later(async () => (await import("./MoreScreens.tsx")).MoreScreens).Screen,
    OfficeScreen: Office.Screen,
    OutboxScreen: later(async () => (await import("./outbox/OutboxScreen.tsx")).OutboxScreen, words).Screen,
    Round: Round.Screen,
    Signing: Signing.Screen,
    WelcomeScreen: Welcome.Screen,
    /** Fetches what is needed at a door before somebody stands there. */
    async fetchAhead(): Promise<void> {
      for (const { fetch } of [Round, Household, Signing]) await fetch();
    },
    /** Fetches what an address opens, where work begins or goes on: then it is the first to be drawn, with nothing before it. */
    async fetchFor(path: string): Promise<void> {
      if (path === "/") await Welcome.fetch();
      else if (path.startsWith("/di-ho")) await Round.fetch();
      else if (path.startsWith("/phuong")) await Office.fetch();
      else if (path.endsWith("/ky")) await Signing.fetch();
      else if (path.startsWith("/ho/")) await Household.fetch();
    },
  };
}
