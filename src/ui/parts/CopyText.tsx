import { Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "./Announcer.tsx";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import "./CopyText.css";

/** A code or a link to be carried elsewhere: shown whole, marked by one touch, copied by a button. */
export function CopyText({
  label,
  text,
  button,
}: {
  readonly label: string;
  readonly text: string;
  readonly button: string;
}) {
  const { t } = useTranslation("common");
  const announce = useAnnounce();
  const box = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");

  async function copy() {
    const done = await tryCopy(text);
    if (!done) box.current?.select();
    const words = done ? t("copied") : t("copyFailed");
    setSaid(words);
    announce(words);
  }

  return (
    <div className="copy-text">
      <Field label={label}>
        {(tied) => (
          <input {...tied} ref={box} readOnly value={text} onFocus={(event) => event.target.select()} />
        )}
      </Field>
      <Button icon={Copy} wide onClick={() => void copy()}>
        {button}
      </Button>
      {said !== "" && <p className="quiet">{said}</p>}
    </div>
  );
}

/** Browsers inside other apps refuse, or have no clipboard at all. */
async function tryCopy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
