import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../../domain/household/nameless.ts";
import { isWithin } from "../../../domain/ids.ts";
import { leftBehind, openGroups, type LeftBehind } from "../../../domain/ward/left-behind.ts";
import { endOf } from "../../../domain/ward/open-areas.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { useKept } from "../../parts/hooks/use-kept.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { placeTitle } from "../../parts/words/area-names.ts";
import { isoDate } from "../../parts/words/when.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AlikeAfter } from "./AlikeAfter.tsx";
import { IN_PIECE, importKey, keepImport } from "./kept-import.ts";
import type { PartProps } from "./part-props.ts";

/** Households that stand in areas which have ended, and the tổ to which all of one go at once; nothing where there are none. */
export function MoveOut({ ward, rows }: PartProps) {
  const { now } = usePhone();
  const today = isoDate(now(ward.slug));
  const left = useMemo(
    () =>
      leftBehind(
        ward.areas,
        // Of one whose data were erased nobody knows where it went.
        rows.filter((row) => !isNameless(row)),
        today,
      ),
    [ward.areas, rows, today],
  );
  // Moves that are about to be said are no question any more.
  const waiting = useLive("draft", importKey(ward.slug));
  return left.length > 0 && waiting === null ? <OpenMoveOut {...{ ward, rows, left, today }} /> : null;
}

function OpenMoveOut({ ward, rows, left, today }: OpenProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const numbers = useNumbers();
  const phone = usePhone();
  const id = useId();
  const [chosen, setChosen] = useKept<Readonly<Record<string, string>>>(`households/moves/${ward.slug}`, {});
  const [full, setFull] = useState(false);
  const [busy, setBusy] = useState(false);
  const groups = openGroups(ward.areas, today);
  // Where a tổ goes on with it nobody need choose; of a khu phố that does, its tổ come first.
  const targetOf = ({ area, heir }: (typeof left)[number]) =>
    chosen[area] ?? groups.find((code) => code === heir) ?? "";
  const groupsFor = ({ heir }: (typeof left)[number]) => {
    const isNear = (code: string) => heir !== undefined && isWithin(code, heir);
    return [...groups.filter(isNear), ...groups.filter((code) => !isNear(code))];
  };
  const moves = left.flatMap((one) => {
    const to = targetOf(one);
    return groups.includes(to) ? one.rows.map(({ id: household }) => ({ household, to })) : [];
  });

  function* pieces() {
    for (let from = 0; from < moves.length; from += IN_PIECE)
      yield moves.slice(from, from + IN_PIECE).map(({ household, to }) => ({
        jti: phone.newId(),
        type: "household.moved",
        sub: household,
        body: { area: to },
      }));
  }

  async function move() {
    setBusy(true);
    const list = { file: "", moves: true, add: 0, change: moves.length, all: moves.length } as const;
    const kept = await keepImport(phone, ward.slug, list, pieces(), () => undefined);
    setFull(!kept.ok);
    setBusy(false);
  }

  return (
    <section className="office-card move-out office-noprint">
      <h2>{t("moveOut.title")}</h2>
      <p>{t(groups.length > 0 ? "moveOut.text" : "moveOut.noGroup")}</p>
      {groups.length > 0 && (
        <>
          {left.map((one, at) => (
            <div key={one.area} className="field">
              <label htmlFor={`${id}-${at}`}>
                {t("moveOut.place", {
                  place: placeTitle(ward, one.area),
                  to: formatDate(endOf(ward.areas, one.area, today)?.to ?? today),
                  count: one.rows.length,
                  number: numbers.integer(one.rows.length),
                })}
              </label>
              <select
                id={`${id}-${at}`}
                value={targetOf(one)}
                onChange={(event) => setChosen({ ...chosen, [one.area]: event.target.value })}
              >
                <option value="">{t("moveOut.choose")}</option>
                {groupsFor(one).map((code) => (
                  <option key={code} value={code}>
                    {placeTitle(ward, code)}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <AlikeAfter {...{ ward, rows, moves }} />
          <Trouble text={full ? common("say.full") : null} />
          <Button look="primary" disabled={busy || moves.length === 0} onClick={() => void move()}>
            {t("moveOut.button", { count: moves.length, number: numbers.integer(moves.length) })}
          </Button>
        </>
      )}
    </section>
  );
}

interface OpenProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly left: readonly LeftBehind<HouseholdRow>[];
  /** As `2026-11-23`. */
  readonly today: string;
}
