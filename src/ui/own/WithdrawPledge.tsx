import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/hooks/use-say.ts";

/** A household may go back on its word, and is asked once whether it means it. */
export function WithdrawPledge({ ward, household, campaign }: WithdrawProps) {
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const announce = useAnnounce();
  const [asked, setAsked] = useState(false);

  async function withdraw() {
    const said = await run(() =>
      act.say(ward, [{ type: "pledge.withdrawn", sub: household, body: { campaign } }]),
    );
    if (said.ok) announce(t("pledge.withdrawn"));
  }

  return (
    <>
      <Button look="quiet" wide onClick={() => setAsked(true)}>
        {t("pledge.withdraw")}
      </Button>
      {asked && (
        <Dialog title={t("pledge.withdrawTitle")} onClose={() => setAsked(false)}>
          <p>{t("pledge.withdrawText")}</p>
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button look="primary" onClick={() => setAsked(false)}>
              {common("cancel")}
            </Button>
            <Button disabled={busy} onClick={() => void withdraw()}>
              {t("pledge.withdraw")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface WithdrawProps {
  readonly ward: string;
  readonly household: string;
  readonly campaign: string;
}
