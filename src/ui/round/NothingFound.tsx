import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";

/** Says why the list is empty: nothing came yet, the ward has nothing here, nothing meets the search, or nothing the filter. */
export function NothingFound({ any, whole, searching }: NothingFoundProps) {
  const { t } = useTranslation("round");
  if (!any) {
    return (
      <EmptyState title={t("none")}>
        <p>{t(whole ? "noneHereText" : "noneText")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={searching ? t("foundNone") : t("noneInFilter")}>
      {searching && <p>{t("foundNoneText")}</p>}
    </EmptyState>
  );
}

interface NothingFoundProps {
  readonly any: boolean;
  /** Whether all that the ward shows to this phone has come. */
  readonly whole: boolean;
  readonly searching: boolean;
}
