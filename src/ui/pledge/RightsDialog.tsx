import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";

/** What a household may ask of the ward about its data (Luật 91/2025/QH15), to be read out where somebody asks. */
export function RightsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("pledge");
  const { t: common } = useTranslation("common");
  const { ward } = useHere();
  const lang = useWardLanguage();
  return (
    <Dialog title={t("rights.title")} first="h2" onClose={onClose}>
      <p>{t("rights.text")}</p>
      <ul>
        <li>{t("rights.see")}</li>
        <li>{t("rights.withdraw")}</li>
        <li>{t("rights.restrict")}</li>
      </ul>
      <p>{t("rights.clock")}</p>
      {ward?.basis !== undefined && (
        <p>
          {t("rights.basis")} <span lang={lang}>{ward.basis}</span>
        </p>
      )}
      <p>{t("rights.notAsked")}</p>
      <p>{t("rights.strokes")}</p>
      <Button wide onClick={onClose}>
        {common("close")}
      </Button>
    </Dialog>
  );
}
