import { BookOpen, ChevronRight, Hourglass, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect } from "wouter";
import type { Result } from "../../domain/result.ts";
import type { CallError, WardHere } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { ForVolunteers } from "./ForVolunteers.tsx";
import { homeAddress } from "./home-address.ts";
import "./WelcomeScreen.css";

/** `/`: goes on to the work of an enrolled phone or to the handbook it keeps; otherwise shows which wards live here. */
export function WelcomeScreen() {
  const memberships = useLive("memberships");
  if (!memberships) return null;
  const [last] = memberships;
  if (!last) return <FirstVisit />;
  return <Redirect replace to={homeAddress(last)} />;
}

function FirstVisit() {
  const { t } = useTranslation("welcome");
  const { act } = usePhone();
  const [answer, setAnswer] = useState<Result<readonly WardHere[], CallError> | null>(null);
  const [times, setTimes] = useState(0);

  useEffect(() => {
    void act.wardsHere().then(setAnswer);
  }, [act, times]);

  if (answer?.ok && answer.value.length === 1)
    return <Redirect replace to={`/so-tay/${answer.value[0]?.ward}`} />;
  return (
    <Screen
      title={t("title")}
      subtitle={t("text")}
      demo={answer?.ok === true && answer.value.some(({ demo }) => demo)}
    >
      <div role="status">
        {answer === null && <EmptyState icon={Hourglass} title={t("loading")} />}
        {answer?.ok === false && (
          <EmptyState
            icon={WifiOff}
            title={answer.error === "unreachable" ? t("unreachable") : t("badAnswer")}
          >
            <Button
              look="primary"
              onClick={() => {
                setAnswer(null);
                setTimes(times + 1);
              }}
            >
              {t("again")}
            </Button>
          </EmptyState>
        )}
        {answer?.ok && answer.value.length === 0 && (
          <EmptyState icon={BookOpen} title={t("none")}>
            <p>{t("noneText")}</p>
            <pre className="welcome-command">npm run so-tay -- init phuong-3 --name "Phường 3"</pre>
            <p>{t("noneMore")}</p>
          </EmptyState>
        )}
      </div>
      {answer?.ok && answer.value.length > 1 && <Wards wards={answer.value} />}
      <ForVolunteers />
    </Screen>
  );
}

function Wards({ wards }: { readonly wards: readonly WardHere[] }) {
  const { t } = useTranslation("welcome");
  return (
    <>
      <h2>{t("chooseWard")}</h2>
      <ul className="welcome-wards">
        {wards.map(({ ward, name }) => (
          <li key={ward}>
            <Link href={`/so-tay/${ward}`}>
              <span>{name}</span>
              <ChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
