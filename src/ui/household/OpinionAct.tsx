import { MessageSquarePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";

/** Not at every door: it comes when it is opened. */
const GiveOpinion = lazy(async () => ({ default: (await import("./GiveOpinion.tsx")).GiveOpinion }));

/** The way to write down what a household says, and ten seconds to take it back. */
export function OpinionAct({ ward, household }: { readonly ward: string; readonly household: Household }) {
  const { t } = useTranslation("household");
  const { act } = usePhone();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  return (
    <>
      <Button look="quiet" wide icon={MessageSquarePlus} onClick={() => setOpen(true)}>
        {t("giveOpinion")}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <GiveOpinion
            ward={ward}
            household={household}
            onKept={(jti) => {
              setKept(jti);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      {kept !== null && (
        <UndoToast
          key={kept}
          words={t("done.opinion")}
          undone={t("done.undone")}
          onUndo={() => act.retract(ward, kept, household.id)}
          onClose={() => setKept(null)}
        />
      )}
    </>
  );
}
