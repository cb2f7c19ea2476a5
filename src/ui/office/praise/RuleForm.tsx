import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { asksSomething, ruleDraft, type CommendationRule } from "../../../domain/ward/commendation-rules.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField } from "../form-parts.tsx";
import { readWhole } from "../../parts/words/read-number.ts";
import type { PraiseProps } from "./form-props.ts";
import { isYear, LevelFields } from "./LevelFields.tsx";
import type { PraiseDraft } from "./praise-draft.ts";

/** Sets a rule of the ward, or changes one: what a household or a tổ must have done to be put forward. */
export function RuleForm({ ward, busy, onRecord, rules, value, onChange }: RuleFormProps) {
  const { t } = useTranslation("praise");
  const numbers = useNumbers();
  const id = useId();
  const [trouble, setTrouble] = useState<string | null>(null);
  const of = rules.find(({ jti }) => jti === value.of);
  const cleared = { ...value, of: "", name: "" };

  async function submit() {
    const meetings = wholeIn(value.meetings, numbers);
    const share = wholeIn(value.share, numbers);
    if (value.name.trim() === "") return setTrouble(t("needName"));
    if (!isYear(value.period)) return setTrouble(t("needYear"));
    if (meetings === null) return setTrouble(t("needMeetings"));
    if (share === null || share > 100) return setTrouble(t("needShare"));
    const rule = {
      place: value.area === "" ? ward.slug : value.area,
      name: value.name.trim(),
      level: value.level,
      period: value.period.trim(),
      of: value.whom,
      pledged: value.pledged,
      meetings,
      gave: value.gave,
      indicators: value.indicators.filter((one) => ward.indicators[one] !== undefined),
      share,
    };
    if (!asksSomething(rule)) return setTrouble(t("needCondition"));
    setTrouble(null);
    const drop = of ? { drop: { jti: of.jti, place: of.place, again: ruleDraft(of) } } : {};
    if (await onRecord({ says: [ruleDraft(rule)], ...drop, words: t("keptRule") })) onChange(cleared);
    return undefined;
  }

  return (
    <FormCard
      title={of ? t("correctRule") : t("newRule")}
      button={of ? t("saveCorrection") : t("saveRule")}
      trouble={trouble}
      busy={busy}
      asked={of !== undefined}
      onSubmit={() => void submit()}
    >
      <p className="quiet">{t("ruleText")}</p>
      <TextField
        label={t("ruleName")}
        hint={t("ruleNameHint")}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <fieldset className="praise-kinds">
        <legend>{t("whom")}</legend>
        {(["household", "group"] as const).map((whom) => (
          <label key={whom}>
            <input
              type="radio"
              name={`${id}-whom`}
              checked={value.whom === whom}
              onChange={() => onChange({ ...value, whom })}
            />{" "}
            {t(whom === "household" ? "household" : "eachGroup")}
          </label>
        ))}
      </fieldset>
      <AreaSelect
        ward={ward}
        label={t("ruleWhere")}
        area={value.area}
        onChoose={(area) => onChange({ ...value, area })}
      />
      <LevelFields {...value} onChange={(changed) => onChange({ ...value, ...changed })} />
      <fieldset className="praise-conditions">
        <legend>{t("conditions")}</legend>
        {value.whom === "household" ? (
          <>
            <CheckBox checked={value.pledged} onChange={(pledged) => onChange({ ...value, pledged })}>
              {t("ifPledged")}
            </CheckBox>
            <TextField
              label={t("ifMeetings")}
              value={value.meetings}
              onChange={(meetings) => onChange({ ...value, meetings })}
            />
          </>
        ) : (
          <TextField
            label={t("ifShare")}
            value={value.share}
            onChange={(share) => onChange({ ...value, share })}
          />
        )}
        <CheckBox checked={value.gave} onChange={(gave) => onChange({ ...value, gave })}>
          {t(value.whom === "household" ? "ifGave" : "ifGroupGave")}
        </CheckBox>
        {Object.values(ward.indicators).map((indicator) => (
          <CheckBox
            key={indicator.id}
            checked={value.indicators.includes(indicator.id)}
            onChange={(on) => {
              const others = value.indicators.filter((one) => one !== indicator.id);
              onChange({ ...value, indicators: on ? [...others, indicator.id] : others });
            }}
          >
            {t("ifIndicator", { name: indicator.name })}
          </CheckBox>
        ))}
      </fieldset>
      {of && (
        <Button look="quiet" onClick={() => onChange(cleared)}>
          {t("cancelCorrection")}
        </Button>
      )}
    </FormCard>
  );
}

/** Of an empty field 0; null where it holds no whole number. */
function wholeIn(text: string, numbers: Numbers): number | null {
  if (text.trim() === "") return 0;
  return readWhole(text, numbers);
}

interface RuleFormProps extends PraiseProps {
  readonly rules: readonly CommendationRule[];
  readonly value: PraiseDraft["rule"];
  readonly onChange: (value: PraiseDraft["rule"]) => void;
}
