import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { CopyText } from "../../parts/CopyText.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { QrCode } from "../../parts/QrCode.tsx";
import { momentWords } from "../../parts/words/when.ts";

/** The invite as a QR code and as a link. It is shown this once: the ward keeps the code's digest only. */
export function InviteReady({
  invite: { url, expiresAt },
  ward,
  onAnother,
}: {
  readonly invite: { readonly url: string; readonly expiresAt: number };
  readonly ward: string;
  readonly onAnother: () => void;
}) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="office-card">
      <h2 ref={heading} tabIndex={-1}>
        {t("invite.ready")}
      </h2>
      <p>{t("invite.readyText", { until: momentWords(common, expiresAt, now(ward)) })}</p>
      <QrCode text={url} label={t("invite.qr")} />
      <CopyText label={t("invite.link")} text={url} button={t("invite.copy")} />
      <Button wide look="quiet" onClick={onAnother}>
        {t("invite.another")}
      </Button>
    </section>
  );
}
