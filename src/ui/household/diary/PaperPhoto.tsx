import { Image } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Picture } from "../../parts/Picture.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import "./PaperPhoto.css";

/** The photo of a pledge on paper: where it is in this phone it is shown, elsewhere the ward is asked for it. */
export function PaperPhoto({ ward, jti }: { readonly ward: string; readonly jti: string }) {
  const { t } = useTranslation("household");
  const { act } = usePhone();
  const here = useLive("photo", ward, jti);
  const [fetched, setFetched] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [trouble, setTrouble] = useState<"notYet" | "unreachable" | null>(null);
  const [busy, setBusy] = useState(false);
  const bytes = here ?? fetched;
  if (here === undefined) return null;
  if (bytes) return <Picture bytes={bytes} alt={t("photo.alt")} className="diary-photo" />;

  async function fetch() {
    setBusy(true);
    const answer = await act.fetchPhoto(ward, jti);
    setBusy(false);
    if (answer.ok) return setFetched(answer.value);
    setTrouble(answer.error === "not-found" ? "notYet" : "unreachable");
  }

  return (
    <div className="diary-photo-waits">
      <span className="diary-meta">{t("photo.waiting")}</span>
      <Button look="quiet" icon={Image} disabled={busy} onClick={() => void fetch()}>
        {t("photo.fetch")}
      </Button>
      <p className="quiet" role="status">
        {trouble !== null && t(`photo.${trouble}`)}
      </p>
    </div>
  );
}
