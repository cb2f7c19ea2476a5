import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Device } from "../../../domain/ward-facts.ts";
import type { CallError, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { AreaBoxes } from "../AreaBoxes.tsx";
import { workersOf } from "../device-rows.ts";
import { InviteReady } from "./InviteReady.tsx";
import { inviteTrouble } from "./invite-trouble.ts";

/** Makes an invite: for whom, for what, where, and how long its code is good. `again` is a device whose person is invited once more. */
export function InviteForm({
  ward,
  again,
  look = "primary",
  onMade,
}: {
  readonly ward: WardView;
  readonly again: Device | null;
  /** Of its button: another may be the one next thing to do. */
  readonly look?: "primary" | "plain";
  readonly onMade: () => void;
}) {
  const { t } = useTranslation("office");
  const { t: me } = useTranslation("me");
  const { act } = usePhone();
  const workers = workersOf(ward.devices);
  const [person, setPerson] = useState(again?.person ?? "");
  const [role, setRole] = useState<(typeof ROLES)[number]>(roleOf(again));
  const [areas, setAreas] = useState<readonly string[]>(again?.areas ?? []);
  const [hours, setHours] = useState(72);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"no-areas" | CallError | null>(null);
  const [ready, setReady] = useState<{ readonly url: string; readonly expiresAt: number } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAgain = again !== null;
  // Below the list of devices: whoever asked for it is led there.
  useEffect(() => {
    if (isAgain) heading.current?.focus();
  }, [isAgain]);

  function choose(chosen: string) {
    setPerson(chosen);
    const device = workers.find((worker) => worker.person === chosen)?.device;
    if (!device) return;
    setRole(roleOf(device));
    setAreas(device.areas);
  }

  async function make() {
    if (busy) return;
    if (role !== "office" && areas.length === 0) return setTrouble("no-areas");
    setBusy(true);
    setTrouble(null);
    // The office works in the whole ward.
    const request = { role, areas: role === "office" ? [] : areas, expiresInHours: hours };
    const whom = person === "" ? {} : { person };
    const made = await act.invite(ward.slug, { ...request, ...whom });
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
      <h2 ref={heading} tabIndex={-1}>
        {t("invite.title")}
      </h2>
      {workers.length > 0 && (
        <SelectField
          label={t("invite.person")}
          hint={t("invite.personHint")}
          value={person}
          onChange={choose}
        >
          <option value="">{t("invite.newPerson")}</option>
          {workers.map((worker) => (
            <option key={worker.person} value={worker.person}>
              {worker.name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t("invite.role")}
        value={role}
        onChange={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? "volunteer")}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {me(`roles.${one}`)}
          </option>
        ))}
      </SelectField>
      {role === "viewer" && <p className="field-hint">{t("invite.viewerHint")}</p>}
      {role !== "office" && <AreaBoxes ward={ward} chosen={areas} onChoose={setAreas} />}
      <SelectField label={t("invite.hours")} value={hours} onChange={(chosen) => setHours(Number(chosen))}>
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {one === 24 ? t("invite.day") : t("invite.days", { count: one / 24 })}
          </option>
        ))}
      </SelectField>
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble === "no-areas" ? t("invite.needAreas") : t(inviteTrouble(trouble), { code: trouble })}
        </p>
      )}
      <p className="field-hint">{t("invite.coverage")}</p>
      <Button look={look} type="submit" wide aria-disabled={busy}>
        {busy ? t("invite.making") : t("invite.make")}
      </Button>
    </form>
  );
}

const ROLES = ["volunteer", "office", "viewer"] as const;

function roleOf(device: Device | null): (typeof ROLES)[number] {
  return ROLES.find((role) => role === device?.role) ?? "volunteer";
}

const HOURS = [24, 72, 168];
