import { lazy, Suspense, useEffect, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Router, Switch, useLocation } from "wouter";
import { isLanguage } from "../../domain/words/languages.ts";
import { browserEnv } from "../../phone/browser-env.ts";
import { openPractice, type Practice as OpenedPractice } from "../../phone/practice.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Opening } from "../parts/Opening.tsx";
import { Providers } from "../parts/Providers.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { PRACTICE } from "../parts/hooks/use-ward-language.ts";
import { practice as words } from "../text/vi/practice.ts";
import { villageWords } from "./village-words.ts";
import "./Practice.css";

/** `/tap-dung/…`: the round on invented households, on a phone of its own that reaches nobody, marked on every screen. */
export function Practice() {
  useApartWords("practice", words);
  const { t, i18n } = useTranslation("practice");
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedPractice | null>(null);
  const [failed, setFailed] = useState(false);
  const language = isLanguage(i18n.language) ? i18n.language : "vi";

  useEffect(() => {
    let gone = false;
    const opening = openPractice(browserEnv(window, SURROUNDINGS, null), {
      words: villageWords(i18n, language),
      settings: { language },
    });
    opening.then(
      (practice) => gone || setOpened(practice),
      () => setFailed(true),
    );
    // Whoever closes the page has left, too.
    const leave = () => void opening.then((practice) => practice.leave()).catch(() => undefined);
    // Whoever comes back by the browser's Back finds the page as it was, but nothing that it had kept.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload();
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      gone = true;
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
      leave();
    };
  }, [i18n, language]);

  return (
    <>
      <aside className="practice-band">
        <p>{t("band")}</p>
        <Button aria-label={t("leaveLong")} onClick={() => navigate("/", { replace: true })}>
          {t("leave")}
        </Button>
      </aside>
      {failed && <p className="trouble">{t("failed")}</p>}
      {!opened && !failed && <p className="opening">{t("opening")}</p>}
      {opened && (
        <Router base={PRACTICE}>
          <Providers phone={opened.phone} texts={i18n}>
            <Suspense fallback={<Opening />}>
              <Screens />
            </Suspense>
          </Providers>
        </Router>
      )}
    </>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Redirect replace to="/di-ho" />
      </Route>
      <Route path="/di-ho" component={Round} />
      <Route path="/di-ho/:part">{({ part }) => <Walk part={part} />}</Route>
      <Route path="/ho/:id">{({ id }) => <Household key={id} id={id} />}</Route>
      <Route path="/ho/:id/ky">{({ id }) => <Signing key={id} id={id} />}</Route>
      <Route path="/ho/:id/da-ky/:pledge">
        {({ id, pledge }) => <Signing key={id} id={id} pledge={pledge} />}
      </Route>
      <Route path="/so-gui" component={OutboxScreen} />
      <Route component={NotInPractice} />
    </Switch>
  );
}

function NotInPractice() {
  const { t } = useTranslation("practice");
  return (
    <Screen title={t("only")}>
      <EmptyState title={t("only")}>
        <p>{t("onlyText")}</p>
        <ButtonLink href="/di-ho">{t("round")}</ButtonLink>
      </EmptyState>
    </Screen>
  );
}

const SURROUNDINGS = {
  now: () => Date.now(),
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  version: __APP_VERSION__,
};

function screen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

const Round = screen(async () => (await import("../round/Round.tsx")).Round);
const Walk = screen(async () => (await import("../walk/Walk.tsx")).Walk);
const Household = screen(async () => (await import("../household/Household.tsx")).Household);
const Signing = screen(async () => (await import("../pledge/Signing.tsx")).Signing);
const OutboxScreen = screen(async () => (await import("../outbox/OutboxScreen.tsx")).OutboxScreen);
