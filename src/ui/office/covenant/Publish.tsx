import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CovenantBody, CovenantDraft, HandbookBody } from "../../../domain/covenant/covenant-draft.ts";
import { unsaid } from "../../../domain/covenant/covenant-edition.ts";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import type { Draft } from "../../../domain/statement.ts";
import type { Covenant, Handbook } from "../../../domain/ward-facts.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { DraftState } from "../../parts/hooks/use-draft.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { covenantAddress } from "./addresses.ts";

/** Publishes the edition, after a question that names it: covenant and handbook in one act, which takes the draft's place. */
export function Publish({ ward, area, papers, standing, handbook, flaws, draft }: PublishProps) {
  const { t } = useTranslation(["covenant", "common"]);
  const { act } = usePhone();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  // What stood as the question was asked: another office's may come while it is read.
  const [asked, ask] = useState<{ readonly over: string | null } | null>(null);
  const [told, tell] = useState("");
  const name = areaName(ward, area);
  const wrong = flaws.filter(({ isRemark }) => !isRemark).length;
  const decision = flaws.find(({ code }) => code === "decision-used");
  // That one the question says in words.
  const remarks = flaws.length - wrong - (decision ? 1 : 0);
  const { edition } = papers.covenant;
  const isChanged = asked !== null && asked.over !== (standing?.jti ?? null);

  function open() {
    tell("");
    if (wrong > 0) return;
    if (unsaid(papers, { covenant: standing, handbook }).length === 0) tell(t("publish.nothing"));
    else ask({ over: standing?.jti ?? null });
  }

  async function publish() {
    if (isChanged || wrong > 0) {
      ask(null);
      tell(t("publish.changed"));
      return;
    }
    const bodies = { covenant: papers.covenant, handbook: papers.handbook };
    const drafts = unsaid(papers, { covenant: standing, handbook }).map((paper): Draft => ({
      type: `${paper}.published`,
      sub: area,
      body: { ...bodies[paper] },
    }));
    draft.release();
    const done = await run(() => act.say(ward.slug, drafts, draft.key));
    // What was typed last may not have been kept yet.
    if (!done.ok) return draft.keep(draft.value);
    announce(t("publish.done", { edition, area: name }));
    navigate(covenantAddress());
    return act.exchange(ward.slug);
  }

  return (
    <section className="office-card">
      <p>{t("publish.paper")}</p>
      {wrong > 0 && <p className="covenant-wrong">{t("publish.fix", { count: wrong })}</p>}
      <Button look="primary" icon={Send} aria-disabled={wrong > 0} onClick={open}>
        {t("publish.button")}
      </Button>
      {told !== "" && <p role="status">{told}</p>}
      {asked && (
        <Dialog title={t("publish.title", { edition, area: name })} onClose={() => ask(null)}>
          <p>{t("publish.text", { area: name })}</p>
          {decision && <p>{t("publish.decisionUsed", { number: decision.what })}</p>}
          {remarks > 0 && <p>{t("publish.remarks", { count: remarks })}</p>}
          <Trouble text={isChanged ? t("publish.changed") : trouble} />
          <div className="dialog-acts">
            <Button onClick={() => ask(null)}>{t("common:cancel")}</Button>
            <Button look="primary" aria-disabled={busy || isChanged} onClick={() => void publish()}>
              {t("publish.confirm")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface PublishProps {
  readonly ward: WardView;
  readonly area: string;
  readonly papers: { readonly covenant: CovenantBody; readonly handbook: HandbookBody };
  readonly standing: Covenant | null;
  readonly handbook: Handbook | null;
  readonly flaws: readonly DraftFlaw[];
  readonly draft: DraftState<CovenantDraft>;
}
