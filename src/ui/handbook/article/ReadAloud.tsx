import { CirclePause, Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import type { ReadingAloud } from "./use-read-aloud.ts";

/** Has the article read aloud, stops it, and says where the phone has no Vietnamese voice. */
export function ReadAloud({ reading: { state, start, stop } }: { readonly reading: ReadingAloud }) {
  const { t } = useTranslation("reader");
  const isOn = state === "reading" || state === "looking";
  return (
    <div className="read-aloud">
      <Button icon={isOn ? CirclePause : Volume2} wide onClick={isOn ? stop : start}>
        {t(isOn ? "aloud.stop" : "aloud.start")}
      </Button>
      {state === "none" && (
        <p className="trouble" role="status">
          {t("aloud.none")}
        </p>
      )}
    </div>
  );
}
