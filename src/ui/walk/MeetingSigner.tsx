import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import type { PledgeDraft } from "../pledge/pledge-draft.ts";
import { SignerFields } from "../pledge/SignerFields.tsx";

/** Who signs, in a line; mostly it is the head. A tap opens the fields for somebody else. */
export function MeetingSigner({ value, change, head }: MeetingSignerProps) {
  const { t } = useTranslation("walk");
  const { t: pledge } = useTranslation("pledge");
  const { signer, relation, relationText } = value;
  const [open, setOpen] = useState(signer.trim() === "");
  if (!open) {
    const own = relation === "other" && relationText.trim() !== "" ? relationText : null;
    return (
      <div className="meeting-signer">
        <p>{t("meeting.signer", { signer, relation: own ?? pledge(`relations.${relation}`) })}</p>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t("meeting.change")}
        </Button>
      </div>
    );
  }
  return <SignerFields {...{ value, change, head }} />;
}

interface MeetingSignerProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  /** Name of the head. */
  readonly head: string;
}
