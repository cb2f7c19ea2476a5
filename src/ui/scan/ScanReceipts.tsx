import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readReceipt, receiptWords } from "../../domain/signed/receipt.ts";
import type { HouseholdRow, Live, ReceiptCheck } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Field } from "../parts/Field.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { scan as words } from "../text/vi/scan.ts";
import { useCamera } from "./use-camera.ts";
import "./ScanReceipts.css";

/**
 * Finds households by their receipts, one after the other: off a screen or paper by the camera, or by a reader that types. What is
 * no receipt of this ward, or was changed, is told and does nothing.
 */
export function ScanReceipts({ ward, rows, onFound, onClose }: ScanReceiptsProps) {
  useApartWords("scan", words);
  const { t } = useTranslation("scan");
  const { watch } = usePhone();
  const announce = useAnnounce();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<{ readonly words: string; readonly good: boolean } | null>(null);
  const { video, trouble } = useCamera((text) => void take(text));

  async function take(text: string) {
    const flaw = await find(text);
    const told =
      typeof flaw === "string" ? { words: flaw, good: false } : { words: await onFound(flaw), good: true };
    setSaid(told);
    announce(told.words);
  }

  /** The household, or why it is none. */
  async function find(text: string): Promise<HouseholdRow | string> {
    const read = readReceipt(text);
    const receipt = read.ok ? receiptWords(read.value) : null;
    if (!receipt) return t(!read.ok && read.error === "changed" ? "changed" : "noReceipt");
    if (receipt.ward !== ward) return t("otherWard");
    const { signature } = await firstOf(watch.receipt(text));
    if (signature === "changed" || signature === "wrong-ward-key") return t("changed");
    return rows.find((row) => row.id === receipt.household) ?? t("notHere");
  }

  return (
    // Not at what is typed: that is for whoever cannot hold the camera to it.
    <Dialog title={t("title")} first="h2" onClose={onClose}>
      <div className="scan">
        {trouble === null ? (
          <>
            <p>{t("text")}</p>
            {/* What is seen needs no words: what is read is told beneath. */}
            <video ref={video} muted playsInline aria-hidden />
          </>
        ) : (
          <p role="status">{t(`trouble.${trouble}`)}</p>
        )}
        {said && <p className={said.good ? "scan-good" : "trouble"}>{said.words}</p>}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== "") void take(typed);
            setTyped("");
          }}
        >
          <Field label={t("typed")}>
            {(tied) => (
              <>
                <input
                  {...tied}
                  autoComplete="off"
                  value={typed}
                  onChange={({ target }) => setTyped(target.value)}
                />
                <p className="field-hint">{t("typedHint")}</p>
              </>
            )}
          </Field>
          <Button type="submit" wide>
            {t("take")}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}

interface ScanReceiptsProps {
  readonly ward: string;
  readonly rows: readonly HouseholdRow[];
  /** Does what the household was scanned for, and says what came of it. */
  readonly onFound: (row: HouseholdRow) => Promise<string>;
  readonly onClose: () => void;
}

/** The first thing that is known of a receipt: by what this device has, without asking anybody. */
function firstOf(check: Live<ReceiptCheck>): Promise<ReceiptCheck> {
  return new Promise((resolve) => {
    const stop = check((value) => {
      resolve(value);
      // It may be told while this is being asked.
      queueMicrotask(() => stop());
    });
  });
}
