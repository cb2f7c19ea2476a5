import { useTranslation } from "react-i18next";
import type { Device } from "../../../domain/ward-facts.ts";
import { Button } from "../../parts/Button.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { deviceTitle } from "../device-rows.ts";
import type { DeviceTrouble } from "./device-trouble.ts";
import { useUnsentWords } from "../use-unsent-words.ts";

/** A device and what is wrong with it. */
export interface Troubled {
  readonly device: Device;
  readonly troubles: readonly DeviceTrouble[];
}

/** Devices to look after, each with what to do about it. */
export function DeviceTroubles({
  troubled,
  now,
  onInvite,
}: {
  readonly troubled: readonly Troubled[];
  /** Seconds. */
  readonly now: number;
  readonly onInvite: (device: Device) => void;
}) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const unsentWords = useUnsentWords(now);
  if (troubled.length === 0) return null;
  return (
    <section className="office-card">
      <h2>{t("device.troubled")}</h2>
      <ul className="device-troubles">
        {troubled.map(({ device, troubles }) => {
          const name = deviceTitle(device) ?? t("device.unnamed");
          return (
            <li key={device.kid}>
              <div>
                <p className="device-troubles-name">{name}</p>
                {troubles.map((trouble) => (
                  <p key={trouble.kind}>{wordsOf(trouble)}</p>
                ))}
              </div>
              {troubles.some(({ kind }) => kind === "copied") && (
                <Button aria-label={t("device.againOf", { name })} onClick={() => onInvite(device)}>
                  {t("device.again")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );

  function wordsOf(trouble: DeviceTrouble): string {
    switch (trouble.kind) {
      case "copied":
        return t("device.copiedText");
      case "missing":
        return t("device.missingText", {
          count: trouble.count,
          number: numbers.integer(trouble.count),
          gaps: trouble.gaps,
        });
      case "silent":
        return t("device.silentText", { days: numbers.integer(trouble.days) });
      case "unsent":
        return unsentWords("device.unsentText", trouble);
    }
  }
}
