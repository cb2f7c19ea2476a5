import { useTranslation } from "react-i18next";
import { ok } from "../../domain/result.ts";
import { UndoToast } from "../parts/UndoToast.tsx";
import type { Deciding } from "./use-decision.ts";

/** Says what was decided, and for ten seconds takes it back at a tap: until then the ward hears nothing of it. */
export function DecisionToast({ deciding: { told, undo, finish } }: { readonly deciding: Deciding }) {
  const { t } = useTranslation("office");
  if (!told) return null;
  return (
    <UndoToast
      key={told.jti}
      words={t(told.decision === "accept" ? "held.accepted" : "held.refused", { what: told.what })}
      undone={t("held.undone")}
      onUndo={async () => ok(await undo())}
      onClose={() => void finish()}
    />
  );
}
