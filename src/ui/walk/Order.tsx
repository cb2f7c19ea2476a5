import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { whomNext } from "../../domain/round/whom-next.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { AreaChoice } from "../round/AreaChoice.tsx";
import { roundTitle } from "../round/round-title.ts";
import { whyWords } from "../round/why-words.ts";
import { DoorLink } from "./DoorLink.tsx";
import { whyLaterWords } from "./why-later-words.ts";
import type { RoundProps } from "../round/OnRound.tsx";
import "./Order.css";

/** `/di-ho/thu-tu`: the order that is proposed, each with its reason; whom not to go to yet, and when. */
export function Order({ ward, rows, groups, area, onChoose }: RoundProps) {
  const { t } = useTranslation("walk");
  const { t: round } = useTranslation("round");
  const { t: common } = useTranslation("common");
  const at = usePhone().now(ward.slug);
  const minute = Math.floor(at / 60) * 60;
  const inArea = area === "" ? rows : (groups.get(area) ?? NONE);
  const order = useMemo(() => whomNext(inArea, { at: minute }), [inArea, minute]);
  const placed = area === "" && groups.size > 1;
  const isEmpty = order.now.length + order.later.length === 0;
  return (
    <Screen title={t("order.title")} subtitle={roundTitle(ward, area, groups)} back="/di-ho">
      <div className="order">
        <p className="quiet">{t("order.text")}</p>
        <AreaChoice ward={ward} groups={groups} area={area} onChoose={onChoose} />
        {isEmpty && (
          <EmptyState title={t("order.done")}>
            <p>{t("order.doneText")}</p>
          </EmptyState>
        )}
        <Doors
          title={t("order.now")}
          doors={order.now.map(({ door, why }) => ({ door, words: whyWords(round, common, why, minute) }))}
          {...{ placed, ward }}
        />
        <Doors
          title={t("order.later")}
          doors={order.later.map(({ door, why }) => ({ door, words: whyLaterWords(t, common, why, minute) }))}
          {...{ placed, ward }}
        />
      </div>
    </Screen>
  );
}

function Doors({ title, doors, placed, ward }: DoorsProps) {
  if (doors.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol className="doors">
        {doors.map(({ door, words }) => (
          <DoorLink key={door.id} door={door} words={words} placed={placed} ward={ward} />
        ))}
      </ol>
    </section>
  );
}

interface DoorsProps {
  readonly title: string;
  readonly doors: readonly { readonly door: HouseholdRow; readonly words: string }[];
  readonly placed: boolean;
  readonly ward: WardView;
}

const NONE: readonly HouseholdRow[] = [];
