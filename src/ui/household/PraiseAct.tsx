import { Award } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { ActWithUndo } from "./ActWithUndo.tsx";

/** Not at every door: it comes when it is opened. */
const PraiseSheet = lazy(async () => ({ default: (await import("./PraiseSheet.tsx")).PraiseSheet }));

/** The way to put a household forward for praise. */
export function PraiseAct({ ward, household }: { readonly ward: string; readonly household: string }) {
  const { t } = useTranslation("household");
  return (
    <ActWithUndo
      ward={ward}
      place={household}
      icon={Award}
      label={t("praise")}
      done={t("done.praise")}
      renderSheet={(onKept, onClose) => <PraiseSheet {...{ ward, household, onKept, onClose }} />}
    />
  );
}
