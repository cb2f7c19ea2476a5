import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { commendationsIn, namedWithdrawalDraft } from "../../domain/ward/commendations.ts";
import { NAMED_PURPOSE } from "../../domain/ward/naming.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { Button } from "../parts/Button.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useSay } from "../parts/hooks/use-say.ts";

/** For what the household was put forward and praised, and the way out of being named in the handbook. */
export function OwnPraise({ household, ward }: { readonly household: Household; readonly ward: string }) {
  const { t } = useTranslation("own");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const [kept, setKept] = useState<string | null>(null);
  const all = commendationsIn([], [household]);
  if (all.length === 0) return null;
  const named = all.find(({ name }) => name !== undefined)?.name;
  const isNamed = named !== undefined && household.purposes.includes(NAMED_PURPOSE);

  async function withdraw() {
    const said = await run(() => act.say(ward, [namedWithdrawalDraft(household.id)]));
    if (said.ok) setKept(said.value[0] ?? null);
  }

  return (
    <section ref={keepFocus}>
      <h2 tabIndex={-1}>{t("praise.title")}</h2>
      <ul className="household-opinions">
        {all.map(({ jti, stage, period, on, decision, reason }) => (
          <li key={jti} className="card">
            <p className="quiet">
              {t(`praise.${stage}`, { year: period })} · {formatDate(on)}
            </p>
            {reason !== undefined && <p>{reason}</p>}
            {decision !== undefined && <p className="quiet">{t("praise.decision", { number: decision })}</p>}
          </li>
        ))}
      </ul>
      {isNamed && (
        <>
          <p>{t("praise.named", { name: named })}</p>
          <Trouble text={trouble} />
          <Button wide disabled={busy} onClick={() => void withdraw()}>
            {t("praise.unname")}
          </Button>
        </>
      )}
      {kept !== null && (
        <UndoToast
          key={kept}
          words={t("praise.unnamed")}
          undone={t("praise.undone")}
          onUndo={() => act.retract(ward, kept, household.id)}
          onClose={() => setKept(null)}
        />
      )}
    </section>
  );
}
