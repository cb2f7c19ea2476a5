import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Device } from "../../../domain/ward-facts.ts";
import type { SayError } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { deviceTitle } from "../device-rows.ts";
import { NoteField } from "../NoteField.tsx";
import { useTexts } from "../use-texts.ts";

/** Asks before a device is stopped, since its person cannot go on working; then says `device.revoked`. What is half written stays until then. */
export function RevokeDialog({
  ward,
  device,
  onClose,
}: {
  readonly ward: string;
  readonly device: Device;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["office", "common"]);
  const { act, now } = usePhone();
  const announce = useAnnounce();
  const form = useTexts(`revoke/${ward}/${device.kid}`, { reason: "other", note: "" });
  const [trouble, setTrouble] = useState<SayError | null>(null);
  if (!form) return null;
  const { note } = form.value;
  const reason = REASONS.find((one) => one === form.value.reason) ?? "other";
  const name = deviceTitle(device) ?? t("device.unnamed");

  async function revoke() {
    const words = note.trim();
    const said = await act.say(ward, [
      {
        type: "device.revoked",
        sub: device.kid,
        body: { reason, from: now(ward) },
        personal: words === "" ? {} : { note: words },
      },
    ]);
    if (!said.ok) return setTrouble(said.error);
    await form?.drop();
    announce(t("revoke.done", { name }));
    onClose();
    // It holds from its number in the log: the sooner it is there the better.
    return act.exchange(ward);
  }

  return (
    <Dialog title={t("revoke.title")} onClose={onClose}>
      <p>{t("revoke.text", { name })}</p>
      <SelectField
        label={t("revoke.reason")}
        value={reason}
        onChange={(chosen) => form.change({ reason: chosen })}
      >
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {t(`revoke.reasons.${one}`)}
          </option>
        ))}
      </SelectField>
      <NoteField label={t("revoke.note")} note={note} onChange={(words) => form.change({ note: words })} />
      {trouble && (
        <p className="trouble" role="alert">
          {t(`common:say.${trouble}`)}
        </p>
      )}
      <div className="dialog-acts">
        <Button onClick={onClose}>{t("common:cancel")}</Button>
        <Button look="primary" onClick={() => void revoke()}>
          {t("revoke.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}

/** The codes that PROTOCOL.md §2 allows as a reason, the commonest first. */
const REASONS = ["other", "wish", "duplicate", "mistake"] as const;
