import { CloudDownload, CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../phone/api/phone.ts";
import { Banner } from "../parts/Banner.tsx";
import { useNumbers } from "../text/use-numbers.ts";

/** Says that the list has come in part only, and how far: whoever walks off now walks off with half of it. */
export function PartBanner({ sending: { fetching, reached } }: { readonly sending: Sending }) {
  const { t } = useTranslation("round");
  const numbers = useNumbers();
  if (!fetching && reached === false)
    return (
      <Banner tone="again" icon={CloudOff}>
        {t("partStopped")}
      </Banner>
    );
  return (
    <Banner tone="given" icon={CloudDownload}>
      {fetching && fetching.of > 0
        ? t("partSoFar", { got: numbers.integer(fetching.got), of: numbers.integer(fetching.of) })
        : t("part")}
    </Banner>
  );
}
