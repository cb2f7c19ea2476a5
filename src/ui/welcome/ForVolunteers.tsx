import { useTranslation } from "react-i18next";
import { ButtonLink } from "../parts/Button.tsx";

/** For whoever comes to work and not to read: the way in by an invite, and practice before it. */
export function ForVolunteers() {
  const { t } = useTranslation("welcome");
  return (
    <>
      <p className="quiet">{t("enrolText")}</p>
      <ButtonLink href="/vao">{t("enrol")}</ButtonLink>{" "}
      <ButtonLink look="quiet" href="/tap-dung">
        {t("practice")}
      </ButtonLink>
    </>
  );
}
