import { useTranslation } from "react-i18next";
import { useAnnounce } from "./Announcer.tsx";
import { ChoiceChip } from "./Chip.tsx";
import { usePhone } from "./hooks/PhoneContext.tsx";
import { useLive } from "./hooks/use-live.ts";
import "./TextSize.css";

/** Chooses how large the handbook's articles are written; the phone remembers it. */
export function TextSize() {
  const { t } = useTranslation("handbook");
  const { act } = usePhone();
  const announce = useAnnounce();
  const chosen = useLive("settings")?.textSize ?? 1;

  function choose(size: number) {
    void act.set({ textSize: size });
    announce(t("textSizeOf", { percent: percentOf(size) }));
  }

  return (
    <div className="text-size" role="group" aria-label={t("textSize")}>
      {SIZES.map((size) => (
        <ChoiceChip key={size} chosen={size === chosen} onChoose={() => choose(size)}>
          {percentOf(size)}
        </ChoiceChip>
      ))}
    </div>
  );
}

const SIZES = [1, 1.25, 1.5, 2];

function percentOf(size: number): string {
  return `${Math.round(size * 100)}%`;
}
