import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import {
  openProposals,
  grantedOnes,
  proposalDraft,
  type Commendation,
} from "../../../domain/ward/commendations.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { praise as words } from "../../text/vi/praise.ts";
import { today } from "../form-parts.tsx";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { useRecording } from "../use-recording.ts";
import { Certificates } from "./Certificates.tsx";
import { GrantedTable } from "./GrantedTable.tsx";
import { praiseDraftKey, readPraiseDraft } from "./praise-draft.ts";
import { ProposalForm } from "./ProposalForm.tsx";
import { ProposalTable } from "./ProposalTable.tsx";
import { RuleForm } from "./RuleForm.tsx";
import { RuleList } from "./RuleList.tsx";
import { usePraise, usePraiseWords } from "./use-praise.ts";
import "./Praise.css";

/** `/phuong/khen-thuong`: who is put forward by rules and by people, what was decided, and the papers; `…/in/<year or id>` prints. */
export function PraisePage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("praise", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const [path] = useLocation();
  const [, , , part, which = ""] = path.split("/");
  if (!rows || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  if (part === "in") return <Certificates ward={ward} rows={rows} which={which} />;
  return <Praise ward={ward} rows={rows} />;
}

function Praise({ ward, rows }: { readonly ward: WardView; readonly rows: readonly HouseholdRow[] }) {
  const { t } = useTranslation("praise");
  const { now } = usePhone();
  const day = today(now(ward.slug));
  const { all, rules } = usePraise(ward, rows);
  const { titleOf, titleOnPaper, whyOf } = usePraiseWords(ward, rows);
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const read = useCallback((kept: unknown) => readPraiseDraft(kept, day), [day]);
  const draft = useDraft(praiseDraftKey(ward.slug), read);
  if (!draft) return null;
  const { value, keep } = draft;
  const shared = { ward, rows, busy, titleOf, titleOnPaper, onRecord: record };

  return (
    <>
      <p className="praise-intro">{t("intro")}</p>
      <div className="office-column">
        <ProposalTable
          {...shared}
          proposals={openProposals(all)}
          rules={rules.map(({ rule }) => rule)}
          value={value.decision}
          onChange={(decision) => keep({ ...value, decision })}
          onDrop={(one) => record({ drop: droppedProposal(one), words: t("dropped") })}
        />
        <GrantedTable {...shared} granted={grantedOnes(all)} />
      </div>
      <div className="office-columns praise-forms">
        <RuleList
          {...shared}
          rules={rules}
          whyOf={whyOf}
          onCorrect={(rule) => keep({ ...value, form: "rule", rule })}
        />
        <div className="office-column">
          <Choices label={t("whichForm")}>
            {(["proposal", "rule"] as const).map((form) => (
              <ChoiceChip key={form} chosen={value.form === form} onChoose={() => keep({ ...value, form })}>
                {t(`forms.${form}`)}
              </ChoiceChip>
            ))}
          </Choices>
          <Trouble text={trouble} />
          {value.form === "proposal" ? (
            <ProposalForm
              {...shared}
              all={all}
              value={value.proposal}
              onChange={(proposal) => keep({ ...value, proposal })}
            />
          ) : (
            <RuleForm
              {...shared}
              rules={rules.map(({ rule }) => rule)}
              value={value.rule}
              onChange={(rule) => keep({ ...value, rule })}
            />
          )}
        </div>
      </div>
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );
}

function droppedProposal(one: Commendation) {
  return { jti: one.jti, place: one.place, again: proposalDraft(one) };
}
