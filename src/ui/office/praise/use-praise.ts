import { useMemo } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { meetingsIn } from "../../../domain/meeting/meetings.ts";
import { candidatesFor, rulesIn, type Candidate } from "../../../domain/ward/commendation-rules.ts";
import { commendationsIn, isNamed, type Commendation } from "../../../domain/ward/commendations.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { householdName } from "../../parts/words/household-names.ts";
import { useLive } from "../../parts/hooks/use-live.ts";

/** All that the page shows, computed from what the ward's log says. */
export function usePraise(ward: WardView, rows: readonly HouseholdRow[]) {
  const observations = useLive("observations", ward.slug);
  const said = useLive("meetings", ward.slug);
  const meetings = useMemo(() => meetingsIn(said ?? [], ward.slug), [said, ward.slug]);
  const all = useMemo(() => commendationsIn(ward.records, rows), [ward.records, rows]);
  const rules = useMemo(() => {
    const { slug, areas, indicators, records } = ward;
    const facts = { ward: slug, areas, indicators, records, households: rows, meetings };
    return rulesIn(records).map((rule) => ({
      rule,
      found: candidatesFor(rule, { ...facts, observations: observations ?? [] }, all),
    }));
  }, [ward, rows, observations, meetings, all]);
  return { all, rules };
}

/** What a praised household or group is called. */
export type PraiseTitle = (
  one: Pick<Commendation, "place"> & { readonly group?: string | undefined },
) => string;

/** How the page and its papers call households, groups, and reasons. */
export function usePraiseWords(ward: WardView, rows: readonly HouseholdRow[]) {
  const { t, i18n } = useTranslation("praise");
  const { t: common } = useTranslation("common");
  const titleOf = titles(t, common);
  // A paper is in Vietnamese, whoever makes it.
  const titleOnPaper = titles(i18n.getFixedT("vi", "praise"), i18n.getFixedT("vi", "common"));

  function titles(own: TFunction<"praise">, shared: TFunction<"common">): PraiseTitle {
    return ({ place, group }) => {
      if (isHouseholdId(place)) {
        const row = rows.find(({ id }) => id === place);
        return row
          ? `${householdName(shared, row)} · ${placeTitle(ward, row.area)}`
          : own("unknownHousehold");
      }
      const area = place === ward.slug ? ward.name : placeTitle(ward, place);
      return group === undefined ? area : `${group} · ${area}`;
    };
  }

  function whyOf(
    words: TFunction<"praise">,
    { pledged, meetings, gifts, indicators, share }: Candidate,
  ): string {
    const parts = [
      pledged ? words("why.pledged") : "",
      meetings > 0 ? words("why.meetings", { count: meetings, number: meetings }) : "",
      gifts > 0 ? words("why.gifts", { count: gifts, number: gifts }) : "",
      ...indicators.map((id) => words("why.indicator", { name: ward.indicators[id]?.name ?? id })),
      share > 0 ? words("why.share", { number: share }) : "",
    ].filter(Boolean);
    const all = parts.join("; ");
    return all.slice(0, 1).toLocaleUpperCase("vi") + all.slice(1);
  }

  return { titleOf, titleOnPaper, whyOf };
}

/** Whether a praised household is named in the handbook now. */
export function isShown(one: Commendation, ward: WardView): boolean {
  return isHouseholdId(one.place) && isNamed(one, ward.records);
}
