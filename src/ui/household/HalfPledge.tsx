import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pledgeDraftKey } from "../../phone/pledge-draft-key.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useSay } from "../parts/use-say.ts";
import { putBack } from "./put-back.ts";

/** A pledge that was begun and left: to go on with, or to let go of, for ten seconds not for good. */
export function HalfPledge({ ward, household, draft }: HalfPledgeProps) {
  const { t } = useTranslation("household");
  const phone = usePhone();
  const { run, trouble } = useSay();
  const [dropped, setDropped] = useState<unknown>(null);
  const key = pledgeDraftKey(ward, household);

  async function drop() {
    await phone.act.dropDraft(key);
    setDropped(draft);
  }

  return (
    <>
      {draft !== null && (
        <Card tone="given">
          <p className="notice-title">{t("notice.draft")}</p>
          <div className="notice-acts">
            <ButtonLink href={`/ho/${household}/ky`}>{t("notice.resume")}</ButtonLink>
            <Button look="quiet" onClick={() => void drop()}>
              {t("notice.drop")}
            </Button>
          </div>
        </Card>
      )}
      <Trouble text={trouble} />
      {dropped !== null && (
        <UndoToast
          words={t("done.dropped")}
          undone={t("done.undone")}
          onUndo={() => run(() => putBack(phone, key, dropped, draft))}
          onClose={() => setDropped(null)}
        />
      )}
    </>
  );
}

interface HalfPledgeProps {
  readonly ward: string;
  readonly household: string;
  /** What was filled in; null where nothing is. */
  readonly draft: unknown;
}
