import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError, WardView } from "../../phone/phone.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { AreaBoxes } from "./AreaBoxes.tsx";
import { InviteReady } from "./InviteReady.tsx";
import { inviteTrouble } from "./invite-trouble.ts";

/** Makes an invite: for what, where, and how long its code is good. */
export function InviteForm({ ward, onMade }: { readonly ward: WardView; readonly onMade: () => void }) {
  const { t } = useTranslation("office");
  const { t: me } = useTranslation("me");
  const { act } = usePhone();
  const [role, setRole] = useState<(typeof ROLES)[number]>("volunteer");
  const [areas, setAreas] = useState<readonly string[]>([]);
  const [hours, setHours] = useState(72);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"no-areas" | CallError | null>(null);
  const [ready, setReady] = useState<{ readonly url: string; readonly expiresAt: number } | null>(null);
  const id = useId();

  async function make() {
    if (busy) return;
    if (role === "volunteer" && areas.length === 0) return setTrouble("no-areas");
    setBusy(true);
    setTrouble(null);
    // The office works in the whole ward.
    const request = { role, areas: role === "office" ? [] : areas, expiresInHours: hours };
    const made = await act.invite(ward.slug, request);
    setBusy(false);
    if (!made.ok) return setTrouble(made.error);
    setReady(made.value);
    return onMade();
  }

  if (ready) return <InviteReady invite={ready} ward={ward.slug} onAnother={() => setReady(null)} />;
  return (
    <form
      className="office-card"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{t("invite.title")}</h2>
      <div className="field">
        <label htmlFor={`${id}-role`}>{t("invite.role")}</label>
        <select
          id={`${id}-role`}
          value={role}
          onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? "volunteer")}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {me(`roles.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {role === "volunteer" && <AreaBoxes ward={ward} chosen={areas} onChoose={setAreas} />}
      <div className="field">
        <label htmlFor={`${id}-hours`}>{t("invite.hours")}</label>
        <select id={`${id}-hours`} value={hours} onChange={(event) => setHours(Number(event.target.value))}>
          {HOURS.map((one) => (
            <option key={one} value={one}>
              {one === 24 ? t("invite.day") : t("invite.days", { count: one / 24 })}
            </option>
          ))}
        </select>
      </div>
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble === "no-areas" ? t("invite.needAreas") : t(inviteTrouble(trouble), { code: trouble })}
        </p>
      )}
      <Button look="primary" type="submit" wide aria-disabled={busy}>
        {busy ? t("invite.making") : t("invite.make")}
      </Button>
    </form>
  );
}

const ROLES = ["volunteer", "office"] as const;
const HOURS = [24, 72, 168];
