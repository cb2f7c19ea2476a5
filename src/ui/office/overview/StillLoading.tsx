import { CloudDownload } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../../phone/api/phone.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import "./StillLoading.css";
import { useNumbers } from "../../text/use-numbers.ts";

/** Says that the ward has come in part only, and how far; figures of a part would be taken for the ward's. */
export function StillLoading({ sending: { fetching, reached } }: { readonly sending: Sending }) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const id = useId();
  const isStopped = !fetching && reached === false;
  return (
    <EmptyState icon={CloudDownload} title={isStopped ? t("loadingStopped") : t("loading")}>
      {fetching && fetching.of > 0 && (
        <div className="still-loading">
          <progress aria-labelledby={id} max={fetching.of} value={fetching.got} />
          <p id={id}>
            {t("loadingSoFar", { got: numbers.integer(fetching.got), of: numbers.integer(fetching.of) })}
          </p>
        </div>
      )}
      <p role="status">{isStopped ? t("loadingStoppedText") : t("loadingText")}</p>
    </EmptyState>
  );
}
