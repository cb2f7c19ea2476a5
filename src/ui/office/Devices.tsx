import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../domain/vietnamese-format.ts";
import type { Device } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/phone.ts";
import { placeTitle } from "../parts/area-names.ts";
import { Button } from "../parts/Button.tsx";
import { Chip } from "../parts/Chip.tsx";
import { ScrollSideways } from "../parts/ScrollSideways.tsx";
import { deviceRows, deviceTitle } from "./device-rows.ts";
import { InviteForm } from "./InviteForm.tsx";
import { OpenInvites } from "./OpenInvites.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import "./Devices.css";

/** `/phuong/thiet-bi`: invites devices, shows them, and stops one that was lost. */
export function Devices({ ward, ownDevice }: { readonly ward: WardView; readonly ownDevice: string | null }) {
  const { t } = useTranslation("office");
  const [revoking, setRevoking] = useState<Device | null>(null);
  const [made, setMade] = useState(0);
  const devices = deviceRows(ward.devices);
  return (
    <div className="devices">
      <section className="office-card">
        <h2>{t("device.list")}</h2>
        {devices.length === 0 ? (
          <p>{t("device.none")}</p>
        ) : (
          <ScrollSideways label={t("device.scroll")}>
            <table className="office-table devices-table">
              <thead>
                <tr>
                  <th scope="col">{t("device.person")}</th>
                  <th scope="col">{t("device.name")}</th>
                  <th scope="col">{t("device.role")}</th>
                  <th scope="col">{t("device.areas")}</th>
                  <th scope="col">{t("device.since")}</th>
                  <th scope="col">{t("device.state")}</th>
                  <th scope="col">{t("device.act")}</th>
                </tr>
              </thead>
              <tbody>
                {devices.map((device) => (
                  <DeviceRow
                    key={device.kid}
                    ward={ward}
                    device={device}
                    own={device.kid === ownDevice}
                    onRevoke={() => setRevoking(device)}
                  />
                ))}
              </tbody>
            </table>
          </ScrollSideways>
        )}
      </section>
      <div className="devices-invites">
        <InviteForm ward={ward} onMade={() => setMade(made + 1)} />
        <OpenInvites key={made} ward={ward} />
      </div>
      {revoking && <RevokeDialog ward={ward.slug} device={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}

function DeviceRow({
  ward,
  device,
  own,
  onRevoke,
}: {
  readonly ward: WardView;
  readonly device: Device;
  readonly own: boolean;
  readonly onRevoke: () => void;
}) {
  const { t } = useTranslation("office");
  const { t: me } = useTranslation("me");
  const { personName, deviceName, role, areas, enrolledAt, revokedSeq } = device;
  const revoked = revokedSeq !== null;
  const places = areas.map((area) => placeTitle(ward, area)).join("; ");
  return (
    <tr>
      <th scope="row">{personName ?? t("device.unnamed")}</th>
      <td>{deviceName ?? t("device.unnamed")}</td>
      <td>{me(`roles.${role}`)}</td>
      <td>{places === "" && role === "office" ? t("device.wholeWard") : places}</td>
      <td>{formatDate(enrolledAt)}</td>
      <td>
        <Chip tone={revoked ? "refused" : "signed"}>
          {revoked ? t("device.revoked") : t("device.active")}
        </Chip>
      </td>
      <td>
        {own && t("device.own")}
        {!own && !revoked && (
          <Button
            look="danger"
            aria-label={t("device.revokeOf", { name: deviceTitle(device) ?? t("device.unnamed") })}
            onClick={onRevoke}
          >
            {t("device.revoke")}
          </Button>
        )}
      </td>
    </tr>
  );
}
