import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import {
  boardDraft,
  GIFT_KINDS,
  giftDraft,
  type Gift,
  type GiftKind,
  type NewGift,
  isDong,
} from "../../../domain/ward/works.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { praise as words } from "../../text/vi/praise.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField, today } from "../form-parts.tsx";
import { HouseholdField } from "../praise/HouseholdField.tsx";
import { readNumber, readWhole, typedNumber } from "../../parts/words/read-number.ts";
import { useTexts } from "../use-texts.ts";
import { droppedGift } from "./dropped-gift.ts";
import { WorkField, type FormProps } from "./WorkField.tsx";

/** Records what somebody gave: what, how much, its worth, for which work; their name only where they wish it. */
export function GiftForm({ ward, rows, gifts, names, of, busy, asked, onRecord, onDone }: GiftFormProps) {
  useApartWords("praise", words);
  const { t } = useTranslation("giving");
  const numbers = useNumbers();
  const { now, newId } = usePhone();
  const form = useTexts(
    `giving/${ward.slug}/gift/${of?.jti ?? ""}`,
    textsOf(of, ward.slug, today(now(ward.slug)), numbers),
  );
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!form) return null;
  const { value, change } = form;
  const { unit, household } = value;
  const kind = GIFT_KINDS.find((one) => one === value.kind) ?? "cash";
  const field = (name: Exclude<keyof typeof value, "kind">) => ({
    value: value[name],
    onChange: (text: string) => change({ [name]: text }),
  });

  function chooseKind(next: GiftKind) {
    // A unit of one's own stays.
    change({ kind: next, ...(Object.values(UNITS).includes(unit) ? { unit: UNITS[next] } : {}) });
  }

  async function submit() {
    const { quantity, worth, work, on, by, area, whose } = value;
    const amount = isDong(unit) ? readWhole(quantity, numbers) : readNumber(quantity, numbers);
    const money = worth.trim() === "" ? undefined : readWhole(worth, numbers);
    if (amount === null || amount <= 0) return setTrouble(t("needQuantity"));
    if (money === null) return setTrouble(t("needWorth"));
    if (work.trim() === "" || unit.trim() === "" || on === "") return setTrouble(t("needWork"));
    const isHousehold = whose === "household";
    const row = rows.find(({ id }) => id === household);
    if (isHousehold && !row) return setTrouble(t("needHousehold"));
    setTrouble(null);
    const gift: NewGift = {
      place: isHousehold ? household : area === "" ? ward.slug : area,
      on,
      kind,
      quantity: amount,
      unit: unit.trim(),
      worth: money,
      work: work.trim(),
      by: by.trim() === "" ? undefined : by.trim(),
      note: of?.note,
    };
    const jti = newId();
    const board = row && isHousehold ? [boardDraft(gift, jti, row.area)] : [];
    const [drop, ...also] = of ? droppedGift(of, gifts, newId) : [];
    const done = await onRecord({
      says: [{ ...giftDraft(gift), jti }, ...board],
      ...(drop ? { drop, also } : {}),
      words: t("keptGift"),
    });
    if (!done) return undefined;
    await form?.drop();
    return onDone();
  }

  return (
    <FormCard
      title={of ? t("correctGift") : t("newGift")}
      button={of ? t("saveCorrection") : t("saveGift")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={() => void submit()}
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
        <TextField label={t("quantity")} {...field("quantity")} mode={isDong(unit) ? "numeric" : "decimal"} />
        <TextField label={t("unit")} {...field("unit")} />
      </div>
      {unit !== "đồng" && (
        <TextField label={t("worthField")} hint={t("worthHint")} {...field("worth")} mode="numeric" />
      )}
      <WorkField names={names} {...field("work")} />
      <TextField label={t("day")} {...field("on")} type="date" />
      <fieldset className="giving-kinds">
        <legend>{t("whose")}</legend>
        {WHOSE.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="whose"
              checked={value.whose === one}
              onChange={() => change({ whose: one })}
            />{" "}
            {t(`whoseIs.${one}`)}
          </label>
        ))}
      </fieldset>
      {value.whose === "household" ? (
        <>
          <p className="quiet">{t("ofHousehold")}</p>
          <HouseholdField
            ward={ward}
            rows={rows}
            household={household}
            onChoose={(id) => change({ household: id })}
          />
        </>
      ) : (
        <AreaSelect ward={ward} label={t("where")} area={value.area} onChoose={(area) => change({ area })} />
      )}
      <TextField label={t("by")} hint={t("byHint")} {...field("by")} />
    </FormCard>
  );
}

interface GiftFormProps extends FormProps<Gift> {
  readonly rows: readonly HouseholdRow[];
  /** All that are known, also those that stand on the board for a household's. */
  readonly gifts: readonly Gift[];
}

function textsOf(of: Gift | null, ward: string, day: string, numbers: Numbers) {
  const household = of !== null && isHouseholdId(of.place) ? of.place : "";
  return {
    kind: of?.kind ?? ("cash" as GiftKind),
    quantity: typedNumber(of?.quantity, numbers),
    unit: of?.unit ?? UNITS.cash,
    worth: typedNumber(of?.worth, numbers),
    work: of?.work ?? "",
    on: of?.on ?? day,
    whose: household === "" ? "all" : "household",
    household,
    area: of === null || of.place === ward || household !== "" ? "" : of.place,
    by: of?.by ?? "",
  };
}

const WHOSE = ["all", "household"] as const;

/** What each is mostly counted in. */
const UNITS: Readonly<Record<GiftKind, string>> = {
  land: "m²",
  cash: "đồng",
  labour: "ngày công",
  lampPost: "trụ",
  other: "cái",
};
