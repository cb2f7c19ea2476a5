import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { Screen } from "../parts/Screen.tsx";
import { peekInvite } from "../../domain/signed/signed-invite.ts";
import { homeAddress } from "../welcome/home-address.ts";
import { HouseholdWelcome } from "./HouseholdWelcome.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { enrolPlace } from "./browser.ts";
import { browserFacts } from "./browser-facts.ts";
import { ElsewhereNotice } from "./ElsewhereNotice.tsx";
import { EnrolForm } from "./EnrolForm.tsx";
import { PasteForm } from "./PasteForm.tsx";
import { useInvite } from "./use-invite.ts";

/** `/vao#<ward>.<code>`: makes this device one of the ward's, by a tap and not by opening the page. */
export function EnrolScreen() {
  const { t } = useTranslation("enrol");
  const { t: welcome } = useTranslation("welcome");
  const { t: own } = useTranslation("own");
  const { invite, take, drop } = useInvite();
  const memberships = useLive("memberships");
  const claims = invite ? peekInvite(invite.code) : null;
  const [place] = useState(() => enrolPlace(browserFacts()));
  const known = memberships?.find(
    // Two copies of one device are told apart by enrolling anew.
    ({ ward, device, revoked, copied }) => ward === invite?.ward && device !== null && !revoked && !copied,
  );
  if (invite === undefined || memberships === undefined) return <Screen title={t("title")}>{null}</Screen>;
  if (window.isSecureContext === false) {
    return (
      <Screen title={t("title")}>
        <p className="trouble">{t("insecure")}</p>
      </Screen>
    );
  }
  return (
    <Screen
      title={claims ? own("welcome.title") : t("title")}
      tabs={memberships.length > 0 || invite === null}
    >
      {place !== "fine" && <ElsewhereNotice place={place} invite={invite} />}
      {place === "fine" && known && (
        <Card tone="signed">
          <h2>{t("already", { ward: known.name })}</h2>
          <p>{t("alreadyText")}</p>
          <ButtonLink href={homeAddress(known)}>
            {known.role === "household" ? own("title") : t("toRound")}
          </ButtonLink>
        </Card>
      )}
      {place === "fine" && !known && claims && invite && (
        <HouseholdWelcome invite={invite} claims={claims} onSpent={drop} />
      )}
      {place === "fine" && !known && !claims && invite && <EnrolForm invite={invite} onSpent={drop} />}
      {place === "fine" && !invite && <PasteForm onInvite={take} />}
      {!known && !claims && (
        <ButtonLink look="quiet" wide href="/tap-dung">
          {welcome("practice")}
        </ButtonLink>
      )}
    </Screen>
  );
}
