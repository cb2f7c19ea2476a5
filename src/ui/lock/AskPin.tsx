import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LeaveScreen } from "../me/LeaveScreen.tsx";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { lock as words } from "../text/vi/lock.ts";
import { PinField } from "./PinField.tsx";
import { usePinTrouble } from "./use-pin-trouble.ts";
import "./AskPin.css";

/** Asks for the PIN. Whoever has forgotten it may give the phone up: that shows counts, and nobody's name. */
export function AskPin({ start, onOpen }: { readonly start: () => () => void; readonly onOpen: () => void }) {
  useApartWords("lock", words);
  const { t } = useTranslation("lock");
  const { act } = usePhone();
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [forgot, setForgot] = useState<"no" | "told" | "leaving">("no");
  const { trouble, tell } = usePinTrouble();

  async function open() {
    if (busy) return;
    setBusy(true);
    const tried = await act.tryPin(pin);
    setBusy(false);
    if (tried.ok) return onOpen();
    setPin("");
    return tell(tried.error);
  }

  if (forgot === "leaving") return <Giving start={start} onBack={() => setForgot("no")} />;
  return (
    <main className="ask-pin">
      <h1>{t("title")}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PinField label={t("pin")} value={pin} onChange={setPin} isFirst />
        <Trouble text={trouble} />
        <Button look="primary" wide type="submit" aria-disabled={busy || pin.length < 4}>
          {t("open")}
        </Button>
      </form>
      {forgot === "no" ? (
        <Button look="quiet" wide onClick={() => setForgot("told")}>
          {t("forgot")}
        </Button>
      ) : (
        <section>
          <p>{t("forgotText")}</p>
          <Button wide onClick={() => setForgot("leaving")}>
            {t("giveUp")}
          </Button>
        </section>
      )}
    </main>
  );
}

/** What waits is sent by the phone itself, as far as there is coverage. */
function Giving({ start, onBack }: { readonly start: () => () => void; readonly onBack: () => void }) {
  const { t } = useTranslation("lock");
  useEffect(() => start(), [start]);
  return (
    <>
      <LeaveScreen isLocked />
      <div className="ask-pin-back">
        <Button look="quiet" wide onClick={onBack}>
          {t("remembered")}
        </Button>
      </div>
    </>
  );
}
