import { useTranslation } from "react-i18next";
import { Banner } from "../parts/Banner.tsx";

/** Tells on every page that nobody has reviewed the words of this language yet; nothing in one that was reviewed. */
export function UnreviewedNotice() {
  const { t } = useTranslation("common");
  const words = t("unreviewed");
  if (words === "") return null;
  return (
    <aside data-banner>
      <Banner tone="again">{words}</Banner>
    </aside>
  );
}
