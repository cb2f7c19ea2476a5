import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Device } from "../../../domain/ward-facts.ts";
import type { DeviceStanding } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { AskedNotice } from "../AskedNotice.tsx";
import { DeviceRow } from "./DeviceRow.tsx";
import { deviceRows } from "../device-rows.ts";
import { troublesOf, type DeviceTrouble } from "./device-trouble.ts";
import { DeviceTroubles } from "./DeviceTroubles.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { OpenInvites } from "./OpenInvites.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import type { SectionProps } from "../section-props.ts";
import { byName, byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { useStandings } from "../held/use-held.ts";
import "./Devices.css";

/** `/phuong/thiet-bi`: invites devices, shows how each stands, and stops one that was lost. */
export function Devices({ ward, device: ownDevice }: Pick<SectionProps, "ward" | "device">) {
  const { t } = useTranslation("office");
  const { now } = usePhone();
  const standings = useStandings(ward.slug);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const [again, setAgain] = useState<{ readonly device: Device; readonly times: number } | null>(null);
  const [made, setMade] = useState(0);
  const time = now(ward.slug);
  const rows = deviceRows(ward.devices).map((device): Line => {
    const standing = standings?.value?.find((one) => one.device === device.kid);
    return { device, standing, troubles: standing ? troublesOf(device, standing, time) : [] };
  });
  const table = useTable(rows, {
    sorts: SORTS,
    wordsOf: ({ device: { personName, deviceName, areas } }) =>
      [personName, deviceName, ...areas.map((area) => placeTitle(ward, area))].join(" "),
  });

  function inviteAgain(device: Device) {
    setAgain({ device, times: (again?.times ?? 0) + 1 });
  }

  return (
    <div className="devices">
      <div className="devices-list">
        {standings && <AskedNotice asked={standings} />}
        <DeviceTroubles
          troubled={rows.filter(({ troubles }) => troubles.length > 0)}
          now={time}
          onInvite={inviteAgain}
        />
        <section className="office-card">
          <h2>{t("device.list")}</h2>
          {rows.length === 0 ? (
            <p>{t("device.none")}</p>
          ) : (
            <>
              <TableTools table={table} title={t("device.list")} />
              <ScrollSideways label={t("device.scroll")}>
                <table className="office-table devices-table">
                  <thead>
                    <tr>
                      {COLUMNS.map((column) => (
                        <SortHeading key={column} of={table} column={column} isFalling={column === "records"}>
                          {t(`device.${column}`)}
                        </SortHeading>
                      ))}
                      <th scope="col" className="office-noprint">
                        {t("device.act")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {table.shown.map(({ device, standing, troubles }) => (
                      <DeviceRow
                        key={device.kid}
                        ward={ward}
                        device={device}
                        standing={standing}
                        troubles={troubles}
                        now={time}
                        own={device.kid === ownDevice}
                        onInvite={() => inviteAgain(device)}
                        onRevoke={() => setRevoking(device)}
                      />
                    ))}
                  </tbody>
                </table>
              </ScrollSideways>
            </>
          )}
        </section>
      </div>
      <div className="devices-invites">
        <InviteForm
          // Another person's invite is another form.
          key={`again-${again?.times ?? 0}`}
          ward={ward}
          again={again?.device ?? null}
          onMade={() => setMade(made + 1)}
        />
        <OpenInvites key={made} ward={ward} />
      </div>
      {revoking && <RevokeDialog ward={ward.slug} device={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}

const COLUMNS = ["person", "name", "records", "lastSent", "version", "state"] as const;

interface Line {
  readonly device: Device;
  readonly standing: DeviceStanding | undefined;
  readonly troubles: readonly DeviceTrouble[];
}

const SORTS: Readonly<Record<(typeof COLUMNS)[number], Sort<Line>>> = {
  person: byName(({ device }) => device.personName),
  name: byText(({ device }) => device.deviceName),
  records: byNumber(({ standing }) => standing?.highest),
  lastSent: byNumber(({ standing }) => standing?.sentAt),
  version: byText(({ standing }) => standing?.version),
  // Those in trouble first, those that are stopped last.
  state: byNumber(({ device, troubles }) => (device.revokedSeq === null ? -troubles.length : 1)),
};
