import { ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Banner } from "../parts/Banner.tsx";

/** Tells on every page of an insecure address what does not work there, and why; nothing elsewhere. */
export function InsecureNotice() {
  const { t } = useTranslation("welcome");
  if (window.isSecureContext !== false) return null;
  return (
    <section aria-label={t("insecureTitle")}>
      <Banner tone="refused" icon={ShieldAlert}>
        {t("insecure")}
      </Banner>
    </section>
  );
}
