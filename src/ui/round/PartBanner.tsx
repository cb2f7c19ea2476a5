import { CloudDownload, CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatInteger } from "../../domain/vietnamese-format.ts";
import type { Sending } from "../../phone/phone.ts";
import { Banner } from "../parts/Banner.tsx";

/** Says that the list has come in part only, and how far: whoever walks off now walks off with half of it. */
export function PartBanner({ sending: { fetching, reached } }: { readonly sending: Sending }) {
  const { t } = useTranslation("round");
  if (!fetching && reached === false)
    return (
      <Banner tone="again" icon={CloudOff}>
        {t("partStopped")}
      </Banner>
    );
  return (
    <Banner tone="given" icon={CloudDownload}>
      {fetching && fetching.of > 0
        ? t("partSoFar", { got: formatInteger(fetching.got), of: formatInteger(fetching.of) })
        : t("part")}
    </Banner>
  );
}
