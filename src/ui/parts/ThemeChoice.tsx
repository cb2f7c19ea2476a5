import { useTranslation } from "react-i18next";
import { reader as words } from "../text/vi/reader.ts";
import { useApartWords } from "./hooks/use-apart-words.ts";
import { useAnnounce } from "./Announcer.tsx";
import { ChoiceChip } from "./Chip.tsx";
import { usePhone } from "./hooks/PhoneContext.tsx";
import { useLive } from "./hooks/use-live.ts";
import "./TextSize.css";

/** Chooses the colours of all pages; the phone remembers it. */
export function ThemeChoice() {
  useApartWords("reader", words);
  const { t } = useTranslation("reader");
  const { act } = usePhone();
  const announce = useAnnounce();
  const chosen = useLive("settings")?.theme ?? "auto";

  return (
    <div className="text-size" role="group" aria-label={t("theme")}>
      {THEMES.map((theme) => (
        <ChoiceChip
          key={theme}
          chosen={theme === chosen}
          onChoose={() => {
            void act.set({ theme });
            announce(t("themeOf", { name: t(`themes.${theme}`) }));
          }}
        >
          {t(`themes.${theme}`)}
        </ChoiceChip>
      ))}
    </div>
  );
}

const THEMES = ["auto", "light", "dark", "contrast"] as const;
