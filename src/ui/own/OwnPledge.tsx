import { useMemo } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { Redirect, useLocation } from "wouter";
import { Screen } from "../parts/Screen.tsx";
import { Pledge } from "../pledge/Pledge.tsx";
import { ownPledge as inEnglish } from "../text/en/own-pledge.ts";
import { ownPledge as inVietnamese } from "../text/vi/own-pledge.ts";
import { useOwnHousehold } from "./use-own-household.ts";

/** `/ho-cua-toi/ky`: the same pledge as at the door, in words that a household reads by itself. */
export function OwnPledge() {
  const { i18n } = useTranslation("pledge");
  const { household } = useOwnHousehold();
  const [, navigate] = useLocation();
  const { language } = i18n;
  const texts = useMemo(() => {
    const own = i18n.cloneInstance({ forkResourceStore: true, lng: language });
    own.addResourceBundle("vi", "pledge", inVietnamese);
    own.addResourceBundle("en", "pledge", inEnglish);
    return own;
  }, [i18n, language]);
  if (household === "none" || household === null) return <Redirect replace to="/ho-cua-toi" />;
  if (!household) return <Screen tabs={false} close="/ho-cua-toi" />;
  return (
    <I18nextProvider i18n={texts}>
      <Pledge id={household.id} onKept={() => navigate("/ho-cua-toi", { replace: true })} />
    </I18nextProvider>
  );
}
