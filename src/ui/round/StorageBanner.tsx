import { HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../parts/Banner.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import "./StorageBanner.css";

/** Warns those who record at doors before the phone is full, and while the browser has not agreed to keep data for good. */
export function StorageBanner() {
  const { t } = useTranslation("round");
  const { act } = usePhone();
  const storage = useLive("storage");
  const [refused, setRefused] = useState(false);
  if (storage?.nearlyFull) {
    return (
      <Banner tone="again" icon={HardDrive}>
        {t("storage.nearlyFull")}
      </Banner>
    );
  }
  if (!storage || storage.persisted) return null;

  async function ask() {
    setRefused(!(await act.persist()));
  }

  return (
    <Banner icon={HardDrive}>
      {t("storage.notPersisted")}{" "}
      <button type="button" className="storage-persist" onClick={() => void ask()}>
        {t("storage.persist")}
      </button>
      <span role="status">{refused && t("storage.refused")}</span>
    </Banner>
  );
}
