import { useTranslation } from "react-i18next";

/** While a screen is fetched from the phone: a moment, mostly unseen. */
export function Opening() {
  const { t } = useTranslation("common");
  return (
    <main className="opening">
      <h1 className="only-heard">{t("appName")}</h1>
      <p className="quiet">{t("loading")}</p>
    </main>
  );
}
