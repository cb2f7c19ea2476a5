import { useTranslation } from "react-i18next";
import { ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";

/** Says in place of the form that another page has saved this pledge, and leads to where it is shown. */
export function SavedElsewhere({ page }: { readonly page: string }) {
  const { t } = useTranslation("pledge");
  return (
    <div role="alert">
      <EmptyState title={t("elsewhere.title")}>
        <p>{t("elsewhere.text")}</p>
        <ButtonLink look="primary" wide href={page}>
          {t("elsewhere.open")}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
