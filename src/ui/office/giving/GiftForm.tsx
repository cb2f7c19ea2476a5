import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { GIFT_KINDS, giftDraft, type Gift, type GiftKind } from "../../../domain/works.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField, today } from "../form-parts.tsx";
import { WorkField, type FormProps } from "./WorkField.tsx";
import { readNumber } from "../read-number.ts";
import { usePhone } from "../../parts/PhoneContext.tsx";

/** Records what somebody gave: what, how much, its worth, for which work; their name only where they wish it. */
export function GiftForm({ ward, names, of, busy, asked, onRecord }: FormProps<Gift>) {
  const { t } = useTranslation("giving");
  const { now } = usePhone();
  const [kind, setKind] = useState<GiftKind>(of?.kind ?? "cash");
  const [quantity, setQuantity] = useState(numberText(of?.quantity));
  const [unit, setUnit] = useState(of?.unit ?? UNITS.cash);
  const [worth, setWorth] = useState(numberText(of?.worth));
  const [work, setWork] = useState(of?.work ?? "");
  const [on, setOn] = useState(of?.on ?? today(now(ward.slug)));
  const household = of !== null && isHouseholdId(of.place) ? of.place : null;
  const [area, setArea] = useState(of === null || of.place === ward.slug ? "" : of.place);
  const [by, setBy] = useState(of?.by ?? "");
  const [trouble, setTrouble] = useState<string | null>(null);

  function chooseKind(next: GiftKind) {
    // A unit of one's own stays.
    if (Object.values(UNITS).includes(unit)) setUnit(UNITS[next]);
    setKind(next);
  }

  function submit() {
    const [amount, value] = [readNumber(quantity), worth.trim() === "" ? undefined : readNumber(worth)];
    if (amount === null || amount <= 0) return setTrouble(t("needQuantity"));
    if (value === null || (value !== undefined && !Number.isInteger(value)))
      return setTrouble(t("needWorth"));
    if (work.trim() === "" || unit.trim() === "" || on === "") return setTrouble(t("needWork"));
    setTrouble(null);
    const say = giftDraft({
      place: household ?? (area === "" ? ward.slug : area),
      on,
      kind,
      quantity: amount,
      unit: unit.trim(),
      worth: value,
      work: work.trim(),
      by: by.trim() === "" ? undefined : by.trim(),
      note: of?.note,
    });
    return onRecord({
      says: [say],
      ...(of ? { drop: { ...of, again: giftDraft(of) } } : {}),
      words: t("keptGift"),
    });
  }

  return (
    <FormCard
      title={of ? t("correctGift") : t("newGift")}
      button={of ? t("saveCorrection") : t("saveGift")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={submit}
    >
      <fieldset className="giving-kinds">
        <legend>{t("kind")}</legend>
        {GIFT_KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => chooseKind(one)} />{" "}
            {t(`kinds.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="giving-pair">
        <TextField label={t("quantity")} value={quantity} onChange={setQuantity} mode="decimal" />
        <TextField label={t("unit")} value={unit} onChange={setUnit} />
      </div>
      {unit !== "đồng" && (
        <TextField
          label={t("worthField")}
          hint={t("worthHint")}
          value={worth}
          onChange={setWorth}
          mode="numeric"
        />
      )}
      <WorkField names={names} value={work} onChange={setWork} />
      <TextField label={t("day")} value={on} onChange={setOn} type="date" />
      {household !== null ? (
        <p className="quiet">{t("ofHousehold")}</p>
      ) : (
        <AreaSelect ward={ward} label={t("where")} area={area} onChoose={setArea} />
      )}
      <TextField label={t("by")} hint={t("byHint")} value={by} onChange={setBy} />
    </FormCard>
  );
}

/** What each is mostly counted in. */
const UNITS: Readonly<Record<GiftKind, string>> = {
  land: "m²",
  cash: "đồng",
  labour: "ngày công",
  lampPost: "trụ",
  other: "cái",
};

function numberText(value: number | undefined): string {
  return value === undefined ? "" : String(value).replace(".", ",");
}
