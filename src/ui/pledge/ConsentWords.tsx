import { useTranslation } from "react-i18next";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";
import { lowerFirst } from "../parts/words/letter-case.ts";

/** What a household consents to: the reader's sentence around the ward's own words, which are read out as Vietnamese. */
export function ConsentWords({ which, ward, purpose }: ConsentWordsProps) {
  const { t } = useTranslation("pledge");
  const lang = useWardLanguage();
  const [before, after] = t(`who.${which}`, { office: t("who.office", { ward }), purpose: GAP }).split(GAP);
  return (
    <>
      {before}
      <span lang={lang}>{lowerFirst(purpose)}</span>
      {after}
    </>
  );
}

/** Stands in a sentence for what is marked by itself. */
const GAP = "\u0000";

interface ConsentWordsProps {
  /** Whether it is asked first, or after another. */
  readonly which: "first" | "also";
  /** Its name. */
  readonly ward: string;
  readonly purpose: string;
}
