import type { i18n as Texts } from "i18next";
import { useEffect, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import type { Language as LanguageCode } from "../../domain/words/languages.ts";
import type { Phone } from "../../phone/api/phone.ts";
import { speak } from "../text/i18n.ts";
import { followTheme } from "../theme.ts";
import { Announcer } from "./Announcer.tsx";
import { HereProvider } from "./hooks/HereContext.tsx";
import { PhoneProvider } from "./hooks/PhoneContext.tsx";
import { KeptProvider } from "./hooks/use-kept.tsx";
import { useLive } from "./hooks/use-live.ts";

/** All that screens need around them: the phone, its ward, words in the chosen language, and a voice. */
export function Providers({
  phone,
  texts,
  children,
}: {
  readonly phone: Phone;
  readonly texts: Texts;
  readonly children: ReactNode;
}) {
  return (
    <PhoneProvider phone={phone}>
      <I18nextProvider i18n={texts}>
        <Language texts={texts} />
        <Colours />
        <Announcer>
          <KeptProvider>
            <HereProvider>{children}</HereProvider>
          </KeptProvider>
        </Announcer>
      </I18nextProvider>
    </PhoneProvider>
  );
}

function Language({ texts }: { readonly texts: Texts }) {
  const language = useLive("settings")?.language;
  useEffect(() => {
    if (!language) return undefined;
    let stop = () => {};
    let gone = false;
    void speak(texts, language).then(async () => {
      const script = SCRIPTS[language];
      if (!script || gone) return;
      const { markVietnamese } = await import("../text/mark-vietnamese.ts");
      if (!gone) stop = markVietnamese(document.body, script);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [language, texts]);
  return null;
}

/** Letters of the languages that are told from Vietnamese by them: what stands in others is not translated yet. */
const SCRIPTS: Partial<Record<LanguageCode, RegExp>> = { km: /\p{Script=Khmer}/u };

function Colours() {
  const theme = useLive("settings")?.theme;
  useEffect(() => (theme ? followTheme(theme) : undefined), [theme]);
  return null;
}
