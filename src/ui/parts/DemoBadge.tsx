import { useTranslation } from "react-i18next";
import "./DemoBadge.css";

/** Stands on every screen and paper of a ward whose people are invented. */
export function DemoBadge() {
  const { t } = useTranslation("common");
  return (
    <span className="demo-badge" title={t("demoLong")}>
      {t("demo")}
    </span>
  );
}
