import { Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { CopyText } from "../../parts/CopyText.tsx";

/** Hands an article's address to somebody: by the phone's own sharing, or to be copied where there is none. */
export function ShareArticle({ address, title }: { readonly address: string; readonly title: string }) {
  const { t } = useTranslation(["reader", "common"]);
  const [shown, setShown] = useState(false);
  const url = `${window.location.origin}${address}`;

  async function share() {
    const { share: offered } = navigator as Partial<Pick<Navigator, "share">>;
    if (!offered) return setShown(true);
    try {
      await offered.call(navigator, { title, url });
    } catch (error) {
      // Whoever closes the phone's sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) setShown(true);
    }
  }

  return (
    <>
      <Button icon={Share2} wide onClick={() => void share()}>
        {t("shareArticle")}
      </Button>
      {shown && <CopyText label={t("inApp.address")} text={url} button={t("inApp.copy")} />}
    </>
  );
}
