import { useTranslation } from "react-i18next";
import { Screen } from "./Screen.tsx";

/** For an address that names no screen. */
export function NotHere() {
  const { t } = useTranslation("common");
  return (
    <Screen title={t("notHere")}>
      <p>{t("notHereText")}</p>
    </Screen>
  );
}
