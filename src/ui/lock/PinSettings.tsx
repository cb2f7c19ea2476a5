import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { lock as words } from "../text/vi/lock.ts";
import { noteOpened } from "./opened.ts";
import { PinField } from "./PinField.tsx";
import { usePinTrouble } from "./use-pin-trouble.ts";

/** Whether the app asks for a PIN, and how to set, change or remove it. */
export function PinSettings() {
  useApartWords("lock", words);
  const { t } = useTranslation("lock");
  const isLocked = useLive("settings")?.locked;
  const [form, setForm] = useState<"set" | "remove" | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (isLocked === undefined) return null;

  function done(what: "wasSet" | "wasRemoved") {
    setForm(null);
    setSaid(t(what));
  }

  return (
    <section>
      <h2>{t("heading")}</h2>
      <p>{isLocked ? t("on") : t("off")}</p>
      <Button onClick={() => setForm("set")}>{isLocked ? t("change") : t("set")}</Button>{" "}
      {isLocked && (
        <Button look="quiet" onClick={() => setForm("remove")}>
          {t("remove")}
        </Button>
      )}
      <p role="status">{said}</p>
      {form && <PinForm what={form} isLocked={isLocked} onDone={done} onClose={() => setForm(null)} />}
    </section>
  );
}

function PinForm({ what, isLocked, onDone, onClose }: PinFormProps) {
  const { t } = useTranslation(["lock", "common"]);
  const { act } = usePhone();
  const [former, setFormer] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [flaw, setFlaw] = useState<"short" | "unlike" | null>(null);
  const { trouble, tell } = usePinTrouble();
  const isNew = what === "set";

  async function save() {
    tell(null);
    const found = isNew ? flawOf(fresh, again) : null;
    setFlaw(found);
    if (found) return;
    const set = await act.setPin(isNew ? fresh : null, isLocked ? former : null);
    if (!set.ok) return tell(set.error);
    // Whoever has set it is not asked for it at the next page.
    if (isNew) noteOpened(Date.now());
    onDone(isNew ? "wasSet" : "wasRemoved");
  }

  return (
    <Dialog as="sheet" title={isNew ? t(isLocked ? "change" : "set") : t("remove")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {isLocked && <PinField label={t("former")} value={former} onChange={setFormer} />}
        {isNew && <PinField label={t("fresh")} value={fresh} onChange={setFresh} />}
        {isNew && <PinField label={t("again")} value={again} onChange={setAgain} />}
        <Trouble text={flaw ? t(flaw) : trouble} />
        <div className="dialog-acts">
          <Button onClick={onClose}>{t("common:cancel")}</Button>
          <Button look="primary" type="submit">
            {isNew ? t("save") : t("remove")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function flawOf(fresh: string, again: string): "short" | "unlike" | null {
  if (fresh.length < 4) return "short";
  return fresh === again ? null : "unlike";
}

interface PinFormProps {
  readonly what: "set" | "remove";
  readonly isLocked: boolean;
  readonly onDone: (what: "wasSet" | "wasRemoved") => void;
  readonly onClose: () => void;
}
