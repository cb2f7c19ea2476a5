import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Household, Pledge } from "../../domain/household-facts.ts";
import type { Draft } from "../../domain/statement.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useSay } from "../parts/hooks/use-say.ts";

/** For ten seconds takes back at one tap all that one signature has said: the pledge, its consent, and the handbook handed over with it. */
export function UndoPledge({ ward, household, pledge, home }: UndoPledgeProps) {
  const { t } = useTranslation("receipt");
  const { act } = usePhone();
  const { run } = useSay();
  const [, navigate] = useLocation();
  const [closed, setClosed] = useState(false);
  if (closed) return null;

  async function undo() {
    const { id, deliveries } = household;
    const beside = deliveries.filter(({ kid, at }) => kid === pledge.kid && at === pledge.at);
    const jtis = [pledge.jti, pledge.consent, ...beside.map(({ jti }) => jti)];
    const done = await run(() =>
      act.say(
        ward,
        jtis.map((jti) => takenBack(jti, id)),
      ),
    );
    if (done.ok) navigate(home, { replace: true });
    return done;
  }

  return (
    <UndoToast
      words={t("undo")}
      spoken={t("undoSpoken")}
      undone={t("undone")}
      onUndo={undo}
      onClose={() => setClosed(true)}
    />
  );
}

interface UndoPledgeProps {
  readonly ward: string;
  readonly household: Household;
  readonly pledge: Pledge;
  /** Where it leads when it was taken back. */
  readonly home: string;
}

function takenBack(jti: string, household: string): Draft {
  return { type: "statement.retracted", sub: jti, in: household, body: { reason: "mistake" } };
}
