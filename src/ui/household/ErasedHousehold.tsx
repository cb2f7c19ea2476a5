import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { householdName } from "../parts/words/household-names.ts";
import { Screen } from "../parts/Screen.tsx";

/** In place of a page about a household of which nothing is known any more: the words of its own page, and nothing to do. */
export function ErasedHousehold({ title, household, as, children }: ErasedHouseholdProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const href = `/ho/${household.id}`;
  const bar = as === "step" ? { close: href, tabs: false } : { back: href };
  return (
    <Screen title={title} subtitle={householdName(common, household)} {...bar}>
      <p>
        {t("notice.erased")} {t("notice.erasedText")}
      </p>
      {children}
    </Screen>
  );
}

interface ErasedHouseholdProps {
  readonly title: string;
  readonly household: Household;
  /** A page is gone back from, with the tabs below; a step is closed. */
  readonly as: "page" | "step";
  readonly children?: ReactNode;
}
