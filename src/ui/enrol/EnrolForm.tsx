import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { EnrolError } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { homeAddress } from "../welcome/home-address.ts";
import { guessDevice } from "./browser.ts";
import { browserFacts } from "./browser-facts.ts";
import { enrolTrouble, isCodeSpent } from "./enrol-trouble.ts";
import type { Invite } from "./invite-link.ts";

/** Names the device and enrols it. Nothing is sent before the button is pressed. */
export function EnrolForm({
  invite,
  onSpent,
}: {
  readonly invite: Invite;
  readonly onSpent: () => Promise<void>;
}) {
  const { t } = useTranslation("enrol");
  const { act } = usePhone();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const [deviceName, setDeviceName] = useState(() => {
    const { kind, model } = guessDevice(browserFacts());
    return kind === "itself" ? model : t(`defaultName.${kind}`, { model }).trim();
  });
  const [personName, setPersonName] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<EnrolError | "no-name" | null>(null);
  const nameBox = useRef<HTMLInputElement>(null);

  async function enrol() {
    if (busy) return;
    const [device, person] = [deviceName.trim(), personName.trim()];
    if (device === "") {
      setTrouble("no-name");
      nameBox.current?.focus();
      return;
    }
    setBusy(true);
    setTrouble(null);
    const request = { ...invite, deviceName: device };
    const done = await act.enrol(person === "" ? request : { ...request, personName: person });
    setBusy(false);
    if (!done.ok) return setTrouble(done.error);
    announce(t("done"));
    await onSpent();
    // Whether the browser agrees stands on 'Tôi'; nobody waits for it here.
    void act.persist();
    navigate(homeAddress(done.value));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <p>{t("intro")}</p>
      <p className="quiet">
        {t("wardCode", { ward: invite.ward })}. {t("once")}
      </p>
      <Field label={t("deviceName")} hint={t("deviceNameHint")}>
        {(tied) => (
          <input
            {...tied}
            ref={nameBox}
            value={deviceName}
            maxLength={100}
            autoComplete="off"
            aria-invalid={trouble === "no-name"}
            onChange={(event) => setDeviceName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("personName")} hint={t("personNameHint")}>
        {(tied) => (
          <input
            {...tied}
            value={personName}
            maxLength={100}
            autoComplete="name"
            onChange={(event) => setPersonName(event.target.value)}
          />
        )}
      </Field>
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble === "no-name" ? t("deviceNameEmpty") : t(enrolTrouble(trouble), { code: trouble })}
        </p>
      )}
      <Button look="primary" type="submit" wide aria-disabled={busy}>
        {busy ? t("busy") : t("submit")}
      </Button>
      {trouble !== null && isCodeSpent(trouble) && (
        <Button wide look="quiet" onClick={() => void onSpent()}>
          {t("paste.other")}
        </Button>
      )}
    </form>
  );
}
