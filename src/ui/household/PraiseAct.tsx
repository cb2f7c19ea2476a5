import { Award } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";

/** Not at every door: it comes when it is opened. */
const PraiseSheet = lazy(async () => ({ default: (await import("./PraiseSheet.tsx")).PraiseSheet }));

/** The way to put a household forward for praise, and ten seconds to take it back. */
export function PraiseAct({ ward, household }: { readonly ward: string; readonly household: string }) {
  const { t } = useTranslation("household");
  const { act } = usePhone();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  return (
    <>
      <Button look="quiet" wide icon={Award} onClick={() => setOpen(true)}>
        {t("praise")}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PraiseSheet
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
          words={t("done.praise")}
          undone={t("done.undone")}
          onUndo={() => act.retract(ward, kept, household)}
          onClose={() => setKept(null)}
        />
      )}
    </>
  );
}
