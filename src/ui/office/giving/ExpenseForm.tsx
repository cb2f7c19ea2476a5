import { useState } from "react";
import { useTranslation } from "react-i18next";
import { expenseDraft, type Expense } from "../../../domain/ward/works.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField, today } from "../form-parts.tsx";
import { readWhole } from "../../parts/words/read-number.ts";
import { useTexts } from "../use-texts.ts";
import { WorkField, type FormProps } from "./WorkField.tsx";

/** Records what was spent for a work. */
export function ExpenseForm({ ward, names, of, busy, asked, onRecord, onDone }: FormProps<Expense>) {
  const { t } = useTranslation("giving");
  const numbers = useNumbers();
  const { now } = usePhone();
  const form = useTexts(`giving/${ward.slug}/expense/${of?.jti ?? ""}`, {
    amount: of ? String(of.amount) : "",
    work: of?.work ?? "",
    on: of?.on ?? today(now(ward.slug)),
    area: of === null || of.place === ward.slug ? "" : of.place,
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!form) return null;
  const { value, change } = form;
  const { amount, work, on, area } = value;

  async function submit() {
    const money = readWhole(amount, numbers);
    if (money === null || money <= 0) return setTrouble(t("needAmount"));
    if (work.trim() === "" || on === "") return setTrouble(t("needWork"));
    setTrouble(null);
    const place = area === "" ? ward.slug : area;
    const say = expenseDraft({ place, on, amount: money, work: work.trim() });
    const drop = of ? { drop: { ...of, again: expenseDraft(of) } } : {};
    if (!(await onRecord({ says: [say], ...drop, words: t("keptExpense") }))) return undefined;
    await form?.drop();
    return onDone();
  }

  return (
    <FormCard
      title={of ? t("correctExpense") : t("newExpense")}
      button={of ? t("saveCorrection") : t("saveExpense")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t("amount")}
        hint={t("worthHint")}
        value={amount}
        onChange={(text) => change({ amount: text })}
        mode="numeric"
      />
      <WorkField names={names} value={work} onChange={(text) => change({ work: text })} />
      <TextField label={t("day")} value={on} onChange={(text) => change({ on: text })} type="date" />
      <AreaSelect ward={ward} label={t("where")} area={area} onChoose={(code) => change({ area: code })} />
    </FormCard>
  );
}
