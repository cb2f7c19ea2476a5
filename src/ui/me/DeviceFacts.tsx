import { useTranslation } from "react-i18next";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { placeTitle } from "../parts/words/area-names.ts";
import { useHere } from "../parts/hooks/HereContext.tsx";

/** Whose device this is, and what it was given to do. */
export function DeviceFacts({ membership }: { readonly membership: Membership }) {
  const { t } = useTranslation("me");
  const { ward } = useHere();
  const device = membership.device === null ? undefined : ward?.devices[membership.device];
  return (
    <section>
      <h2>{t("device.title")}</h2>
      {membership.revoked && <p className="trouble">{t("device.revoked")}</p>}
      {membership.copied === true && !membership.revoked && <p className="trouble">{t("device.copied")}</p>}
      <dl className="facts">
        {device?.personName !== undefined && <Fact name={t("device.person")} value={device.personName} />}
        {device?.deviceName !== undefined && <Fact name={t("device.name")} value={device.deviceName} />}
        <Fact name={t("device.ward")} value={membership.name} />
        <Fact name={t("device.role")} value={t(`roles.${membership.role}`)} />
        <Fact name={t("device.areas")} value={areasOf(membership, ward) ?? t("device.wholeWard")} />
      </dl>
    </section>
  );
}

/** A name and what it is, on one line where there is room. */
export function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Null for the whole ward. */
function areasOf({ role, areas }: Membership, ward: WardView | null | undefined): string | null {
  if (role === "office" && areas.length === 0) return null;
  return areas.length === 0 ? "—" : areas.map((area) => placeTitle(ward, area)).join("; ");
}
