import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { handbookAddress } from "../../handbook/addresses.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { QrCode } from "../../parts/QrCode.tsx";
import { qrPng, qrSvg } from "./qr-picture.ts";

/** The code that opens an area's handbook, as a picture for the printed cover. */
export function CoverQr({
  ward,
  area,
  name,
  onClose,
}: {
  readonly ward: string;
  readonly area: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("covenant");
  const announce = useAnnounce();
  const [told, tell] = useState("");
  const address = `${window.location.origin}${handbookAddress(ward, area)}`;
  const file = `ma-qr-${ward}-${area.replaceAll("/", "-")}`;

  function give(picture: File | null) {
    const isGiven = picture !== null && downloadFile(picture);
    const words = isGiven ? t("cover.saved", { name: picture.name }) : t("cover.failed");
    tell(words);
    announce(words);
  }

  async function givePng() {
    const bytes = await qrPng(address);
    give(bytes && new File([bytes], `${file}.png`, { type: "image/png" }));
  }

  return (
    <Dialog title={t("cover.title", { area: name })} first="h2" onClose={onClose}>
      <p>{t("cover.text")}</p>
      <QrCode text={address} label={t("cover.label", { address })} />
      <p className="covenant-address">{address}</p>
      <div className="dialog-acts">
        <Button icon={Download} onClick={() => void givePng()}>
          {t("cover.png")}
        </Button>
        <Button
          icon={Download}
          onClick={() => give(new File([qrSvg(address)], `${file}.svg`, { type: "image/svg+xml" }))}
        >
          {t("cover.svg")}
        </Button>
      </div>
      {told !== "" && <p className="quiet">{told}</p>}
    </Dialog>
  );
}
