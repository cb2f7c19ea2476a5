import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { handedWords } from "./handed-words.ts";
import { shareRecord } from "./share-record.ts";

/** Puts what the ward has not got into one sealed file, for another phone to take along; and says how that went. */
export function useHandOver(ward: string): HandOver {
  const { t } = useTranslation("outbox");
  const { act } = usePhone();
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  function tell(words: string | null, wrong: string | null) {
    setSaid(words);
    setTrouble(wrong);
  }

  async function hand() {
    const file = await act.parcelFile(ward).catch(() => null);
    if (!file) return failed(t("shareFailed"));
    if (!file.ok) return failed(t(file.error === "nothing" ? "carry.nothing" : "carry.noKey"));
    const { name, text } = file.value;
    const done = await shareRecord(text, { name, title: t("carry.title") });
    if (done === "cancelled") return false;
    if (done === "failed") return failed(t("shareFailed"));
    tell(handedWords(t, done, file.value), null);
    return true;
  }

  /** Nor will the next try do better. */
  function failed(why: string) {
    tell(null, why);
    return true;
  }

  return { hand, said, trouble, tell };
}

interface HandOver {
  /** Tells whether that is all that can be done: a file has left the app, or none can be made. */
  readonly hand: () => Promise<boolean>;
  /** How it went; null before. */
  readonly said: string | null;
  /** Why it did not. */
  readonly trouble: string | null;
  readonly tell: (said: string | null, trouble: string | null) => void;
}
