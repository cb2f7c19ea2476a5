import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";

/** Says why the list is empty: nothing came yet, nothing meets the search, or nothing the filter. */
export function NothingFound({ any, searching }: { readonly any: boolean; readonly searching: boolean }) {
  const { t } = useTranslation("round");
  if (!any) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={searching ? t("foundNone") : t("noneInFilter")}>
      {searching && <p>{t("foundNoneText")}</p>}
    </EmptyState>
  );
}
