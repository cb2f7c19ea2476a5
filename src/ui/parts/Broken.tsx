import { Component, useLayoutEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { leaveLook } from "../look/leave-look.ts";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** Stands in for a screen that failed, which a bug alone can do: says that nothing kept is lost, and opens it anew. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}

function Sorry() {
  const { t } = useTranslation("common");
  useLayoutEffect(leaveLook, []);
  return (
    <main>
      <EmptyState title={t("broken")}>
        <p>{t("brokenText")}</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          {t("reopen")}
        </Button>
      </EmptyState>
    </main>
  );
}
