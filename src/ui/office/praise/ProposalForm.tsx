import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { proposalDraft, type Commendation } from "../../../domain/ward/commendations.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField } from "../form-parts.tsx";
import type { PraiseProps } from "./form-props.ts";
import { HouseholdField } from "./HouseholdField.tsx";
import { isYear, LevelFields } from "./LevelFields.tsx";
import type { PraiseDraft } from "./praise-draft.ts";

/** Puts a household or a group forward, as somebody wishes. */
export function ProposalForm({ ward, rows, busy, onRecord, all, value, onChange }: ProposalFormProps) {
  const { t } = useTranslation("praise");
  const id = useId();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [times, setTimes] = useState(0);

  async function submit() {
    const { of, household, area, group, level, period, reason } = value;
    if (of === "household" && household === "") return setTrouble(t("needHousehold"));
    if (of === "group" && area === "" && group.trim() === "") return setTrouble(t("needGroup"));
    if (!isYear(period)) return setTrouble(t("needYear"));
    if (reason.trim() === "") return setTrouble(t("needReason"));
    const place = of === "household" ? household : area === "" ? ward.slug : area;
    const name = of === "household" || group.trim() === "" ? undefined : group.trim();
    const isSame = (one: Commendation) =>
      one.place === place && one.group === name && one.level === level && one.period === period.trim();
    if (all.some(isSame)) return setTrouble(t("already"));
    setTrouble(null);
    const draft = proposalDraft({
      place,
      level,
      period: period.trim(),
      group: name,
      reason: reason.trim(),
      byRule: undefined,
    });
    if (!(await onRecord({ says: [draft], words: t("proposed") }))) return undefined;
    setTimes(times + 1);
    return onChange({ ...value, household: "", group: "", reason: "" });
  }

  return (
    <FormCard
      key={times}
      title={t("newProposal")}
      button={t("propose")}
      trouble={trouble}
      busy={busy}
      asked={false}
      onSubmit={() => void submit()}
    >
      <fieldset className="praise-kinds">
        <legend>{t("whom")}</legend>
        {(["household", "group"] as const).map((of) => (
          <label key={of}>
            <input
              type="radio"
              name={`${id}-of`}
              checked={value.of === of}
              onChange={() => onChange({ ...value, of })}
            />{" "}
            {t(of)}
          </label>
        ))}
      </fieldset>
      {value.of === "household" ? (
        <HouseholdField
          ward={ward}
          rows={rows}
          household={value.household}
          onChoose={(household) => onChange({ ...value, household })}
        />
      ) : (
        <>
          <AreaSelect
            ward={ward}
            label={t("where")}
            area={value.area}
            onChoose={(area) => onChange({ ...value, area })}
          />
          <TextField
            label={t("groupName")}
            hint={t("groupHint")}
            value={value.group}
            onChange={(group) => onChange({ ...value, group })}
          />
        </>
      )}
      <LevelFields {...value} onChange={(changed) => onChange({ ...value, ...changed })} />
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t("reason")}</label>
        <textarea
          id={`${id}-reason`}
          rows={3}
          maxLength={1000}
          value={value.reason}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ ...value, reason: target.value })}
        />
        <p id={`${id}-hint`} className="field-hint">
          {t("reasonHint")}
        </p>
      </div>
    </FormCard>
  );
}

interface ProposalFormProps extends PraiseProps {
  readonly all: readonly Commendation[];
  readonly value: PraiseDraft["proposal"];
  readonly onChange: (value: PraiseDraft["proposal"]) => void;
}
