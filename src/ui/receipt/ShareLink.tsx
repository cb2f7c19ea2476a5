import { Share2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../parts/Announcer.tsx";
import { IconButton } from "../parts/IconButton.tsx";

/** Hands a receipt on by the phone's own sharing, or copies its link where the browser has none. */
export function ShareLink({ link }: { readonly link: string }) {
  const { t } = useTranslation("receipt");
  const { t: common } = useTranslation("common");
  const announce = useAnnounce();

  async function share() {
    try {
      if ("share" in navigator) return await navigator.share({ title: t("shareTitle"), url: link });
      await window.navigator.clipboard.writeText(link);
      announce(t("copied"));
    } catch {
      // Whoever closes the sheet has changed their mind; the code is still there to be scanned.
    }
    return undefined;
  }

  return <IconButton icon={Share2} label={common("share")} onClick={() => void share()} />;
}
