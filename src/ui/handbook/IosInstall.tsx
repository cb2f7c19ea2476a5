import { useTranslation } from "react-i18next";
import { Card } from "../parts/Card.tsx";

/** How an iPhone puts the handbook on its home screen, in three pictures: it offers no button for it. */
export function IosInstall() {
  const { t } = useTranslation("reader");
  return (
    <Card>
      <h2>{t("ios.title")}</h2>
      <p className="quiet">{t("ios.text")}</p>
      <ol className="ios-steps">
        <li>
          <ShareButton />
          <span>{t("ios.share")}</span>
        </li>
        <li>
          <ShareSheet />
          <span>{t("ios.add")}</span>
        </li>
        <li>
          <HomeScreen />
          <span>{t("ios.open")}</span>
        </li>
      </ol>
    </Card>
  );
}

/** Safari with its bar below, and the share button in the middle of it. */
function ShareButton() {
  return (
    <svg viewBox="0 0 104 88" aria-hidden>
      <rect className="ios-glass" x="14" y="-20" width="76" height="104" rx="10" />
      <path className="ios-line" d="M26 12h52M26 24h52M26 36h36M14 52h76" />
      <path className="ios-line" d="M30 62l-5 6 5 6M74 62l5 6-5 6" />
      <rect className="ios-here" x="38" y="54" width="28" height="27" rx="8" />
      <path className="ios-mark" d="M47 67h-2v9h14v-9h-2M52 72V59M48 63l4-4 4 4" />
    </svg>
  );
}

/** The sheet that opens, with its line for the home screen. */
function ShareSheet() {
  return (
    <svg viewBox="0 0 104 88" aria-hidden>
      <rect className="ios-glass" x="14" y="4" width="76" height="104" rx="10" />
      <path className="ios-line" d="M26 18h40M26 30h46" />
      <rect className="ios-here" x="18" y="40" width="68" height="20" rx="6" />
      <path className="ios-mark" d="M26 50h28M69 45h10v10h-10zM74 47.5v5M71.5 50h5" />
      <path className="ios-line" d="M26 72h40" />
    </svg>
  );
}

/** The home screen, with the handbook's star among the other apps. */
function HomeScreen() {
  return (
    <svg viewBox="0 0 104 88" aria-hidden>
      <rect className="ios-glass" x="14" y="-10" width="76" height="104" rx="10" />
      <rect className="ios-line" x="23" y="10" width="16" height="16" rx="4" />
      <rect className="ios-line" x="44" y="10" width="16" height="16" rx="4" />
      <rect className="ios-line" x="65" y="10" width="16" height="16" rx="4" />
      <rect className="ios-here" x="41" y="38" width="24" height="24" rx="6" />
      <path className="ios-mark" d="M53 42l2 5 5 .5-4 3.5 1.5 5-4.5-3-4.5 3 1.5-5-4-3.5 5-.5z" />
      <path className="ios-line" d="M45 70h16" />
    </svg>
  );
}
