import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { leaveLook } from "../look/leave-look.ts";
import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { useHere } from "./hooks/HereContext.tsx";

/** Tells on every page that the phone's storage cannot be opened: without it all looks as if what was kept had gone. */
export function StorageNotice() {
  const { t } = useTranslation("common");
  const isRead = useHere().membership !== undefined;
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (isRead) return undefined;
    const timer = setTimeout(() => setIsLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isRead]);
  const isUnread = isLate && !isRead;
  useEffect(() => {
    // What the ward has written into a handbook's page can be read all the same.
    if (isUnread && !location.pathname.startsWith("/so-tay")) leaveLook();
  }, [isUnread]);
  if (!isUnread) return null;
  return (
    <div role="alert">
      <Banner tone="refused">
        <p>
          {t("unread")} {t("brokenText")}
        </p>
        <Button onClick={() => location.reload()}>{t("reopen")}</Button>
      </Banner>
    </div>
  );
}

/** Milliseconds: a cheap phone takes one or two to open it. */
const PATIENCE = 3_000;
