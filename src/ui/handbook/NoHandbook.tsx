import { BookX, LoaderCircle, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Screen } from "../parts/Screen.tsx";
import type { Asked } from "./use-handbook.ts";
import "./NoHandbook.css";

/** Says in words why there is nothing to read, and what to do. */
export function NoHandbook({
  ward,
  looking,
  asked,
  askAgain,
}: {
  readonly ward: string;
  readonly looking: boolean;
  readonly asked: Asked;
  readonly askAgain: () => void;
}) {
  const { t } = useTranslation(["handbook", "common"]);
  if (looking || asked === "asking") {
    return (
      <Screen title={t("common:tabs.handbook")} waiting>
        <EmptyState icon={LoaderCircle} title={looking ? t("common:loading") : t("loading")} />
      </Screen>
    );
  }
  return (
    <Screen title={t("common:tabs.handbook")}>
      <div className="no-handbook" role="status">
        {asked === "ok" && (
          <EmptyState icon={BookX} title={t("noBook")}>
            <p>{t("noBookText")}</p>
            <ButtonLink href={`/so-tay/${ward}`}>{t("otherAreas")}</ButtonLink>
          </EmptyState>
        )}
        {asked === "unknown-ward" && (
          <EmptyState icon={BookX} title={t("noBook")}>
            <p>{t("unknownWard")}</p>
            <ButtonLink href="/">{t("chooseWard")}</ButtonLink>
          </EmptyState>
        )}
        {(asked === "unreachable" || asked === "bad-answer") && (
          <EmptyState icon={WifiOff} title={t("never")}>
            <p>{asked === "unreachable" ? t("neverText") : t("neverAnswer")}</p>
            <Button look="primary" onClick={askAgain}>
              {t("again")}
            </Button>
          </EmptyState>
        )}
      </div>
    </Screen>
  );
}
