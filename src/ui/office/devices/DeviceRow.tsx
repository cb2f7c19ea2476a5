import { useTranslation } from "react-i18next";
import type { Device } from "../../../domain/ward-facts.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { DeviceStanding, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { momentWords } from "../../parts/words/when.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { clockWords } from "../clock-words.ts";
import { deviceTitle } from "../device-rows.ts";
import { unsentOf, type DeviceTrouble } from "./device-trouble.ts";
import { useUnsentWords } from "../use-unsent-words.ts";

/** A device: whose, for what, what of it has arrived, when it last sent, its version and clock, and what may be done about it. */
export function DeviceRow({
  ward,
  device,
  standing,
  troubles,
  now,
  own,
  onInvite,
  onRevoke,
}: DeviceRowProps) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const unsentWords = useUnsentWords(now);
  const { t: me } = useTranslation("me");
  const { t: common } = useTranslation("common");
  const { personName, deviceName, role, areas, enrolledAt, revokedSeq } = device;
  const revoked = revokedSeq !== null;
  const places = areas.map((area) => placeTitle(ward, area)).join("; ");
  const name = deviceTitle(device) ?? t("device.unnamed");
  const sentAt = standing?.sentAt ?? null;
  const heardAt = standing?.heardAt ?? null;
  const unsent = standing ? unsentOf(device, standing) : null;
  return (
    <tr>
      <th scope="row">
        {personName ?? t("device.unnamed")}
        <p className="device-small">
          {me(`roles.${role}`)}
          <br />
          {places === "" && role === "office" ? t("device.wholeWard") : places}
        </p>
      </th>
      <td>
        {deviceName ?? t("device.unnamed")}
        <p className="device-small">{t("device.sinceDay", { day: formatDate(enrolledAt) })}</p>
      </td>
      <td>
        {standing && standing.highest > 0
          ? t("device.arrived", { number: numbers.integer(standing.highest) })
          : "–"}
        {standing && standing.missingCount > 0 && (
          <p className="device-bad">
            {t("device.missing", {
              count: standing.missingCount,
              number: numbers.integer(standing.missingCount),
            })}
          </p>
        )}
        {unsent && <p className="device-small">{unsentWords("device.unsent", unsent)}</p>}
      </td>
      <td>
        {sentAt === null ? t("device.neverSent") : momentWords(common, sentAt, now)}
        {heardAt !== null && heardAt !== sentAt && (
          <p className="device-small">{t("device.heard", { time: momentWords(common, heardAt, now) })}</p>
        )}
      </td>
      <td>
        {standing?.version ?? t("device.unknownVersion")}
        {standing && standing.version !== null && (
          <p className="device-small">{clockWords(t, numbers, standing.clockOffset ?? 0)}</p>
        )}
      </td>
      <td>
        <span className="device-chips">
          <Chip tone={revoked ? "refused" : "signed"}>
            {revoked ? t("device.revoked") : t("device.active")}
          </Chip>
          {troubles.map(({ kind }) => (
            <Chip key={kind} tone="again">
              {t(`device.chips.${kind}`)}
            </Chip>
          ))}
        </span>
      </td>
      <td className="office-noprint">
        {own && t("device.own")}
        {!own && (
          <span className="device-acts">
            {(role === "office" || role === "volunteer") && (
              <Button aria-label={t("device.againOf", { name })} onClick={onInvite}>
                {t("device.again")}
              </Button>
            )}
            {!revoked && (
              <Button look="danger" aria-label={t("device.revokeOf", { name })} onClick={onRevoke}>
                {t("device.revoke")}
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

interface DeviceRowProps {
  readonly ward: WardView;
  readonly device: Device;
  readonly standing: DeviceStanding | undefined;
  readonly troubles: readonly DeviceTrouble[];
  /** Seconds. */
  readonly now: number;
  readonly own: boolean;
  readonly onInvite: () => void;
  readonly onRevoke: () => void;
}
