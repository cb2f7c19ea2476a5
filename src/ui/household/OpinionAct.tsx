import { MessageSquarePlus } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { ActWithUndo } from "./ActWithUndo.tsx";
import type { OpinionSubject } from "./GiveOpinion.tsx";

/** Not at every door: it comes when it is opened. */
const GiveOpinion = lazy(async () => ({ default: (await import("./GiveOpinion.tsx")).GiveOpinion }));

/** The way to write down what is said at a door or a meeting. */
export function OpinionAct({ ward, subject }: { readonly ward: string; readonly subject: OpinionSubject }) {
  const { t } = useTranslation("household");
  return (
    <ActWithUndo
      ward={ward}
      place={subject.sub}
      icon={MessageSquarePlus}
      label={t(`giveOpinion.${subject.channel}`)}
      done={t("done.opinion")}
      renderSheet={(onKept, onClose) => <GiveOpinion {...{ ward, subject, onKept, onClose }} />}
    />
  );
}
