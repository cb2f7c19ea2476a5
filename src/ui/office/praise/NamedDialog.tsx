import { useState } from "react";
import { useTranslation } from "react-i18next";
import { grantDraft, namedConsentDraft, type Commendation } from "../../../domain/ward/commendations.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { namedDraftKey } from "../../../phone/drafts/named-draft-key.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { TextField } from "../form-parts.tsx";
import { useTexts } from "../use-texts.ts";
import type { PraiseProps } from "./form-props.ts";

/**
 * Records that a household agreed to be named in the handbook: by which name, and who of it said so. What is half filled is found
 * again, but for the tick: that is never there before.
 */
export function NamedDialog({ ward, busy, onRecord, one, row, onClose }: NamedDialogProps) {
  const { t } = useTranslation("praise");
  const { newId, now } = usePhone();
  const form = useTexts(namedDraftKey(ward.slug, one.place), { name: row ? nameOf(row) : "", by: "" });
  const [agreed, setAgreed] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // A handbook is of a khu phố.
  const area = row?.area.split("/")[0] ?? ward.slug;

  if (!form) return null;
  const { name, by } = form.value;

  async function submit() {
    if (name.trim() === "" || by.trim() === "") return setTrouble(t("needNames"));
    if (!agreed) return setTrouble(t("needAgreed"));
    setTrouble(null);
    const consent = newId();
    const grant = grantDraft({ ...one, consent, area, name: name.trim() });
    const says = [grant, { ...namedConsentDraft(one.place, by.trim(), now(ward.slug)), jti: consent }];
    const drop = { jti: one.jti, place: one.place, again: grantDraft(one) };
    if (!(await onRecord({ says, drop, words: t("named") }))) return undefined;
    await form?.drop();
    return onClose();
  }

  return (
    <Dialog title={t("namedTitle")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        <p>{t("namedText")}</p>
        <TextField
          label={t("namedAs")}
          hint={t("namedAsHint")}
          value={name}
          onChange={(text) => form.change({ name: text })}
        />
        <TextField label={t("agreedBy")} value={by} onChange={(text) => form.change({ by: text })} />
        <div className="praise-agreed">
          <CheckBox boxed checked={agreed} onChange={setAgreed}>
            {t("agreedWords", { reason: one.reason ?? t("noReason") })}
          </CheckBox>
        </div>
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <Button look="primary" type="submit" wide aria-disabled={busy}>
          {t("keepNamed")}
        </Button>
      </form>
    </Dialog>
  );

  function nameOf({ head, area: code }: HouseholdRow): string {
    return head === undefined ? "" : t("nameProposed", { head, place: placeTitle(ward, code) });
  }
}

interface NamedDialogProps extends PraiseProps {
  readonly one: Commendation;
  readonly row: HouseholdRow | undefined;
  readonly onClose: () => void;
}
