import { useTranslation } from "react-i18next";
import { CopyText } from "../parts/CopyText.tsx";

/** Inside Zalo, Facebook and the like: it reads here, but is kept for good only in the phone's own browser, and how to come there. */
export function InAppNotice({ app }: { readonly app: "zalo" | "facebook" | "in-app" }) {
  const { t } = useTranslation("reader");
  return (
    <div className="trouble in-app" role="status">
      <h2>{t(`inApp.${app}`)}</h2>
      <p>{t("inApp.text")}</p>
      <ol>
        <li>{t("inApp.menu")}</li>
        <li>{t("inApp.open")}</li>
        <li>{t("inApp.paste")}</li>
      </ol>
      <CopyText label={t("inApp.address")} text={window.location.href} button={t("inApp.copy")} />
    </div>
  );
}
