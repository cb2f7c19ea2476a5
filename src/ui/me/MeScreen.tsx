import { useTranslation } from "react-i18next";
import { isLanguage, LANGUAGES } from "../../domain/words/languages.ts";
import type { Membership } from "../../phone/api/phone.ts";
import { PinSettings } from "../lock/PinSettings.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { ChoiceChip } from "../parts/Chip.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { ThemeChoice } from "../parts/ThemeChoice.tsx";
import { TextSize } from "../parts/TextSize.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { DeviceFacts } from "./DeviceFacts.tsx";
import { RoundOver } from "./RoundOver.tsx";
import { SendingFacts } from "./SendingFacts.tsx";
import { StorageFacts } from "./StorageFacts.tsx";
import "./MeScreen.css";

/** `/toi`: whose phone this is, how its sending and its room stand, and how it is to be read. */
export function MeScreen() {
  const { t } = useTranslation("me");
  const { t: welcome } = useTranslation("welcome");
  const { membership } = useHere();
  const memberships = useLive("memberships");
  const update = useLive("update");
  const enrolled = membership?.device !== null && membership?.device !== undefined;
  return (
    <Screen title={t("title")}>
      <div className="me">
        {membership && enrolled ? (
          <DeviceFacts membership={membership} />
        ) : (
          <section>
            <h2>{t("device.title")}</h2>
            <p>{t("device.reader")}</p>
            <ButtonLink href="/vao">{t("device.enrol")}</ButtonLink>{" "}
            <ButtonLink look="quiet" href="/tap-dung">
              {welcome("practice")}
            </ButtonLink>
          </section>
        )}
        {enrolled && <RoundOver membership={membership} />}
        {membership && enrolled && <SendingFacts ward={membership.ward} />}
        {!isAtWork(membership) && (
          <section>
            <h2>{t("own")}</h2>
            <p>{t("ownText")}</p>
            <ButtonLink wide href="/ho-cua-toi">
              {t("own")}
            </ButtonLink>
          </section>
        )}
        <StorageFacts enrolled={enrolled} />
        <section>
          <h2>{t("reading")}</h2>
          <TextSize />
        </section>
        <section>
          <h2>{t("colours")}</h2>
          <ThemeChoice />
        </section>
        <Language />
        <OtherWards memberships={memberships?.slice(1) ?? []} />
        {enrolled && <PinSettings />}
        {enrolled && (
          <section>
            <h2>{t("leave")}</h2>
            <p>{t("leaveText")}</p>
            <ButtonLink href="/toi/roi-may">{t("leave")}…</ButtonLink>
          </section>
        )}
        <p className="quiet">
          {t("version", { version: __APP_VERSION__ })}
          {update && <> · {t("update")}</>}
        </p>
      </div>
    </Screen>
  );
}

function Language() {
  const { t } = useTranslation("me");
  const { act } = usePhone();
  const chosen = useLive("settings")?.language ?? "vi";
  return (
    <section>
      <h2 id="me-language">{t("language")}</h2>
      <div className="me-choices" role="group" aria-labelledby="me-language">
        {Object.keys(LANGUAGES)
          .filter(isLanguage)
          .map((language) => (
            <ChoiceChip
              key={language}
              chosen={chosen === language}
              onChoose={() => void act.set({ language })}
            >
              <span lang={language}>{LANGUAGES[language]}</span>
            </ChoiceChip>
          ))}
      </div>
    </section>
  );
}

function OtherWards({ memberships }: { readonly memberships: readonly Membership[] }) {
  const { t } = useTranslation("me");
  const { act } = usePhone();
  if (memberships.length === 0) return null;
  return (
    <section>
      <h2>{t("wards")}</h2>
      <ul className="me-wards">
        {memberships.map(({ ward, name, role }) => (
          <li key={ward}>
            <Button wide onClick={() => void act.usedWard(ward)}>
              {t("use", { ward: name })} ({t(`roles.${role}`)})
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
