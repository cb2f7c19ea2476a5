import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { isNameless } from "../../domain/household/nameless.ts";
import type { Draft } from "../../domain/statement.ts";
import { useTellLastAct } from "../household/tell-last-act.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Field } from "../parts/Field.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/hooks/use-say.ts";
import { AreaField, useGroups } from "./AreaField.tsx";
import type { OpenInfoProps } from "./open-info.ts";
import { numberOf } from "./listing-draft.ts";

/** A household that moved to another tổ, parted, or is gone. What a volunteer says here waits for the office. */
export function HouseholdMoves({ membership, ward, household }: OpenInfoProps) {
  const { t } = useTranslation("listing");
  const { act } = usePhone();
  const tellLast = useTellLastAct(membership.ward);
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [open, setOpen] = useState<"move" | "close" | null>(null);
  const [area, setArea] = useState("");
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState<(typeof REASONS)[number]>("other");
  // A tổ of another's area is no less a place to move to.
  const codes = useGroups(ward, { ...membership, role: "office" }).filter((code) => code !== household.area);

  async function say(said: Draft, what: "move" | "close") {
    const done = await run(() => act.say(membership.ward, [said]));
    if (!done.ok) return;
    tellLast({
      sub: household.id,
      number: household.number,
      jtis: done.value,
      words: t(`keptChanges.${what}`),
      what: t(what),
      dropped: null,
    });
    navigate(`/ho/${household.id}`, { replace: true });
  }

  function move() {
    const personal = number.trim() === "" ? {} : { number: numberOf(number) };
    return say({ type: "household.moved", sub: household.id, body: { area }, personal }, "move");
  }

  return (
    <section>
      <h2>{t("changes")}</h2>
      {membership.role !== "office" && <p className="quiet">{t("changesVolunteer")}</p>}
      <div className="listing-moves">
        {/* Of one whose name and house were erased nobody knows where it went. */}
        {!isNameless(household) && (
          <>
            <Button wide onClick={() => setOpen("move")}>
              {t("move")}
            </Button>
            <ButtonLink wide href={`/danh-sach/them?tu=${household.id}`}>
              {t("split")}
            </ButtonLink>
          </>
        )}
        <Button wide onClick={() => setOpen("close")}>
          {t("close")}
        </Button>
      </div>
      {open === "move" && (
        <Dialog as="sheet" title={t("move")} onClose={() => setOpen(null)}>
          <AreaField label={t("moveTo")} codes={codes} ward={ward} value={area} onChange={setArea} />
          <Field label={t("moveNumber")}>
            {(tied) => (
              <input
                {...tied}
                type="text"
                maxLength={40}
                autoComplete="off"
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
          <Trouble text={trouble} />
          <Button look="primary" wide disabled={busy || area === ""} onClick={() => void move()}>
            {t("moveSave")}
          </Button>
        </Dialog>
      )}
      {open === "close" && (
        <Dialog as="sheet" title={t("closeTitle")} onClose={() => setOpen(null)}>
          <p>{t("closeText")}</p>
          <Choices label={t("why")}>
            {REASONS.map((one) => (
              <ChoiceChip key={one} chosen={reason === one} onChoose={() => setReason(one)}>
                {t(`closeReasons.${one}`)}
              </ChoiceChip>
            ))}
          </Choices>
          <Trouble text={trouble} />
          <Button
            look="primary"
            wide
            disabled={busy}
            onClick={() =>
              void say({ type: "household.closed", sub: household.id, body: { reason } }, "close")
            }
          >
            {t("closeSave")}
          </Button>
        </Dialog>
      )}
    </section>
  );
}

const REASONS = ["other", "mistake", "wish"] as const;
