import { useState } from "react";
import { useTranslation } from "react-i18next";
import { expenseDraft, type Expense } from "../../../domain/works.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { usePhone } from "../../parts/PhoneContext.tsx";
import { FormCard, TextField, today } from "../form-parts.tsx";
import { WorkField, type FormProps } from "./WorkField.tsx";
import { readNumber } from "../read-number.ts";

/** Records what was spent for a work. */
export function ExpenseForm({ ward, names, of, busy, asked, onRecord }: FormProps<Expense>) {
  const { t } = useTranslation("giving");
  const { now } = usePhone();
  const [amount, setAmount] = useState(of ? String(of.amount) : "");
  const [work, setWork] = useState(of?.work ?? "");
  const [on, setOn] = useState(of?.on ?? today(now(ward.slug)));
  const [area, setArea] = useState(of === null || of.place === ward.slug ? "" : of.place);
  const [trouble, setTrouble] = useState<string | null>(null);

  function submit() {
    const value = readNumber(amount);
    if (value === null || value <= 0 || !Number.isInteger(value)) return setTrouble(t("needAmount"));
    if (work.trim() === "" || on === "") return setTrouble(t("needWork"));
    setTrouble(null);
    const place = area === "" ? ward.slug : area;
    const say = expenseDraft({ place, on, amount: value, work: work.trim() });
    const drop = of ? { drop: { ...of, again: expenseDraft(of) } } : {};
    return onRecord({ says: [say], ...drop, words: t("keptExpense") });
  }

  return (
    <FormCard
      title={of ? t("correctExpense") : t("newExpense")}
      button={of ? t("saveCorrection") : t("saveExpense")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={submit}
    >
      <TextField
        label={t("amount")}
        hint={t("worthHint")}
        value={amount}
        onChange={setAmount}
        mode="numeric"
      />
      <WorkField names={names} value={work} onChange={setWork} />
      <TextField label={t("day")} value={on} onChange={setOn} type="date" />
      <AreaSelect ward={ward} label={t("where")} area={area} onChoose={setArea} />
    </FormCard>
  );
}
