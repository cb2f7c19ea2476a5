import { Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";

/** Hands a link on by the phone's own sharing (Zalo, messages …), or copies it where the browser has none; says which of them it did. */
export function ShareButton({ url, title, text, words, look = "plain" }: ShareButtonProps) {
  const { t } = useTranslation("link");
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);

  function tell(sentence: string) {
    setSaid(sentence);
    announce(sentence);
  }

  async function share() {
    if (typeof navigator.share === "function") {
      // Whoever closes the sheet has changed their mind.
      await navigator.share({ title, url, ...(text === undefined ? {} : { text }) }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(text === undefined ? url : `${text} ${url}`);
      tell(t("copied"));
    } catch {
      tell(t("copyFailed"));
    }
  }

  return (
    <>
      <Button wide look={look} icon={Share2} onClick={() => void share()}>
        {words}
      </Button>
      {said !== null && <p className="quiet">{said}</p>}
    </>
  );
}

interface ShareButtonProps {
  readonly url: string;
  readonly title: string;
  /** Said before the link. */
  readonly text?: string;
  /** What the button says. */
  readonly words: string;
  readonly look?: "primary" | "plain";
}
