import { UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/hooks/use-say.ts";
import type { LastAct } from "./use-last-act.ts";

/** Tells that a household has signed by itself and was not met, and takes the word of whoever has met it now. */
export function ConfirmUnmet({ ward, household, number, campaign, pledge, onKept }: ConfirmUnmetProps) {
  const { t } = useTranslation("household");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();

  async function confirm() {
    const body = { campaign, pledge };
    const said = await run(() => act.say(ward, [{ type: "pledge.preferred", sub: household, body }]));
    if (!said.ok) return;
    const told = { words: t("unmet.confirmed"), what: t("unmet.confirm") };
    onKept({ ward, sub: household, number, at: now(ward), jtis: said.value, dropped: null, ...told });
  }

  return (
    <Card tone="again">
      <p className="notice-title">{t("unmet.title")}</p>
      <p>{t("unmet.text")}</p>
      <Trouble text={trouble} />
      <Button wide icon={UserCheck} disabled={busy} onClick={() => void confirm()}>
        {t("unmet.confirm")}
      </Button>
    </Card>
  );
}

interface ConfirmUnmetProps {
  readonly ward: string;
  readonly household: string;
  readonly number: LastAct["number"];
  readonly campaign: string;
  /** Id of the pledge that counts. */
  readonly pledge: string;
  readonly onKept: (last: LastAct) => void;
}
