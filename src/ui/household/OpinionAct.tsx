import { MessageSquarePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import type { OpinionSubject } from "./GiveOpinion.tsx";

/** Not at every door: it comes when it is opened. */
const GiveOpinion = lazy(async () => ({ default: (await import("./GiveOpinion.tsx")).GiveOpinion }));

/** The way to write down what is said at a door or a meeting, and ten seconds to take it back. */
export function OpinionAct({ ward, subject }: { readonly ward: string; readonly subject: OpinionSubject }) {
  const { t } = useTranslation("household");
  const { act } = usePhone();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  return (
    <>
      <Button look="quiet" wide icon={MessageSquarePlus} onClick={() => setOpen(true)}>
        {t(`giveOpinion.${subject.channel}`)}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <GiveOpinion
            ward={ward}
            subject={subject}
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
          onUndo={() => act.retract(ward, kept, subject.sub)}
          onClose={() => setKept(null)}
        />
      )}
    </>
  );
}
