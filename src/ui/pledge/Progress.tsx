import { useTranslation } from "react-i18next";
import type { Step } from "./pledge-draft.ts";
import "./Progress.css";

/** How far the pledge has come, and the way back to the step before. */
export function Progress({ step, onBack }: { readonly step: Step; readonly onBack: (step: Step) => void }) {
  const { t } = useTranslation("pledge");
  return (
    <div className="pledge-progress">
      <progress max={3} value={step} aria-label={t("stepLong", { step })} />
      <div>
        {step > 1 && (
          <button type="button" onClick={() => onBack(step === 3 ? 2 : 1)}>
            ‹ {t("previous")}
          </button>
        )}
        <span>{t("keptAsYouGo")}</span>
      </div>
    </div>
  );
}
