import { useTranslation } from "react-i18next";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import type { LastAct } from "./use-last-act.ts";

/** A pledge that was begun and left: to go on with, or to let go of, for ten seconds not for good. */
export function HalfPledge({ ward, household, number, draft, onDropped }: HalfPledgeProps) {
  const { t } = useTranslation("household");
  const { act, now } = usePhone();
  if (draft === null) return null;

  async function drop() {
    await act.dropDraft(pledgeDraftKey(ward, household));
    const words = t("done.dropped");
    const at = now(ward);
    onDropped({ ward, sub: household, number, at, jtis: [], words, what: words, dropped: draft });
  }

  return (
    <Card tone="given">
      <p className="notice-title">{t("notice.draft")}</p>
      <div className="notice-acts">
        <ButtonLink href={`/ho/${household}/ky`}>{t("notice.resume")}</ButtonLink>
        <Button look="quiet" onClick={() => void drop()}>
          {t("notice.drop")}
        </Button>
      </div>
    </Card>
  );
}

interface HalfPledgeProps {
  readonly ward: string;
  readonly household: string;
  readonly number: LastAct["number"];
  /** What was filled in; null where nothing is. */
  readonly draft: unknown;
  readonly onDropped: (last: LastAct) => void;
}
