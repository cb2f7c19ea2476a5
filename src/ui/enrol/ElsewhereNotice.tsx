import { useTranslation } from "react-i18next";
import { CopyText } from "../parts/CopyText.tsx";
import type { EnrolPlace } from "./browser.ts";
import { formatInvite, type Invite } from "./invite-link.ts";
import "./ElsewhereNotice.css";

/** Says why nothing is enrolled here, how to come to where it can be, and gives the code along. */
export function ElsewhereNotice({
  place,
  invite,
}: {
  readonly place: Exclude<EnrolPlace, "fine">;
  readonly invite: Invite | null;
}) {
  const { t } = useTranslation("enrol");
  const ios = place === "ios-tab";
  const titles = {
    zalo: "elsewhere.zaloTitle",
    facebook: "elsewhere.facebookTitle",
    "in-app": "elsewhere.appTitle",
    "ios-tab": "elsewhere.iosTitle",
  } as const;
  return (
    <>
      <div className="trouble elsewhere" role="status">
        <h2>{t(titles[place])}</h2>
        <p>{ios ? t("elsewhere.iosText") : t("elsewhere.appText")}</p>
      </div>
      {ios ? (
        <ol className="elsewhere-steps">
          <li>{t("elsewhere.iosSteps.copy")}</li>
          <li>{t("elsewhere.iosSteps.share")}</li>
          <li>{t("elsewhere.iosSteps.open")}</li>
          <li>{t("elsewhere.iosSteps.paste")}</li>
        </ol>
      ) : (
        <ol className="elsewhere-steps">
          <li>{t("elsewhere.appSteps.menu")}</li>
          <li>{t("elsewhere.appSteps.open")}</li>
          <li>{t("elsewhere.appSteps.paste", { address: `${window.location.host}/vao` })}</li>
        </ol>
      )}
      {invite ? (
        <CopyText label={t("code")} text={formatInvite(invite)} button={t("copy")} />
      ) : (
        <p>{t("elsewhere.noCode")}</p>
      )}
    </>
  );
}
