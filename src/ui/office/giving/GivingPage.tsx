import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  expenseDraft,
  expensesIn,
  boardDraft,
  boardGiftsIn,
  giftsIn,
  worksOf,
  yearsOf,
  type Expense,
  type Gift,
} from "../../../domain/ward/works.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { giving as words } from "../../text/vi/giving.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { droppedGift } from "./dropped-gift.ts";
import { ExpenseForm } from "./ExpenseForm.tsx";
import { GiftForm } from "./GiftForm.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { useRecording } from "../use-recording.ts";
import { WorkTable } from "./WorkTable.tsx";
import { YearSums } from "./YearSums.tsx";
import "./Giving.css";

/** `/phuong/dong-gop`: what was given and spent, by work and year, and the forms to record and correct it. */
export function GivingPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("giving", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  if (!rows || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Giving ward={ward} rows={rows} />;
}

function Giving({ ward, rows }: { readonly ward: WardView; readonly rows: readonly HouseholdRow[] }) {
  const { t } = useTranslation("giving");
  const gifts = useMemo(() => giftsIn(ward.records, rows), [ward.records, rows]);
  const expenses = useMemo(() => expensesIn(ward.records), [ward.records]);
  const [year, setYear] = useState("");
  const [form, setForm] = useState<Form>({ kind: "gift", of: null, times: 0 });
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const inYear = ({ on }: { readonly on: string }) => year === "" || on.startsWith(year);
  const [some, spent] = [gifts.filter(inYear), expenses.filter(inYear)];
  const works = useMemo(() => worksOf(gifts, expenses), [gifts, expenses]);
  const names = works.map(({ name }) => name);
  const open = (next: Opened) => setForm({ ...next, times: form.times + 1 });
  const { newId } = usePhone();
  const board = useMemo(() => boardGiftsIn(ward.records), [ward.records]);
  const onDone = () => open({ kind: form.kind, of: null });
  const shared = { ward, names, busy, asked: form.of !== null, onRecord: record, onDone };
  const shown = new Set(board.map(({ of }) => of));
  const areas = new Map(rows.map(({ id, area }) => [id, area]));
  // What was recorded of a household before the board told of such gifts.
  const unshown = gifts.filter(({ jti, place }) => areas.has(place) && !shown.has(jti)).slice(0, AT_ONCE);

  function showOnBoard() {
    const says = unshown.map((gift) => boardDraft(gift, gift.jti, areas.get(gift.place) ?? ""));
    void record({ says, words: t("shownOnBoard") });
  }

  return (
    <>
      <Choices label={t("year")}>
        <ChoiceChip chosen={year === ""} onChoose={() => setYear("")}>
          {t("allYears")}
        </ChoiceChip>
        {yearsOf([...gifts, ...expenses]).map((one) => (
          <ChoiceChip key={one} chosen={year === one} onChoose={() => setYear(one)}>
            {t("ofYear", { year: one })}
          </ChoiceChip>
        ))}
      </Choices>
      <div className="office-columns giving">
        <div className="office-column">
          <YearSums gifts={some} expenses={spent} />
          <WorkTable works={worksOf(some, spent)} />
          {unshown.length > 0 && (
            <section className="office-card">
              <p>{t("unshown", { count: unshown.length })}</p>
              <Button onClick={showOnBoard}>{t("showOnBoard")}</Button>
            </section>
          )}
          <RecordTable
            ward={ward}
            rows={rows}
            gifts={some}
            expenses={spent}
            onCorrect={open}
            onRetract={({ kind, of }) => {
              const [drop, ...also] =
                kind === "gift"
                  ? droppedGift(of, board, newId)
                  : [{ jti: of.jti, place: of.place, again: expenseDraft(of) }];
              void record({ ...(drop ? { drop, also } : {}), words: t("dropped") });
            }}
          />
        </div>
        <div className="office-column giving-forms">
          <Choices label={t("what")}>
            <ChoiceChip chosen={form.kind === "gift"} onChoose={() => open({ kind: "gift", of: null })}>
              {t("gift")}
            </ChoiceChip>
            <ChoiceChip chosen={form.kind === "expense"} onChoose={() => open({ kind: "expense", of: null })}>
              {t("expense")}
            </ChoiceChip>
          </Choices>
          <Trouble text={trouble} />
          {form.kind === "gift" ? (
            <GiftForm key={`gift-${form.times}`} {...shared} rows={rows} gifts={board} of={form.of} />
          ) : (
            <ExpenseForm key={`expense-${form.times}`} {...shared} of={form.of} />
          )}
        </div>
      </div>
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );
}

/** The form that is open, and what it corrects; `times` counts how often one was asked for. */
type Form = Opened & { readonly times: number };
type Opened =
  | { readonly kind: "gift"; readonly of: Gift | null }
  | { readonly kind: "expense"; readonly of: Expense | null };

/** Put on the board by one act. */
const AT_ONCE = 200;
