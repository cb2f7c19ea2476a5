import { datedCampaigns } from "../../src/domain/days/campaign-days.ts";
import type { Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { isHouseholdId } from "../../src/domain/ids.ts";
import type { ExistingHousehold } from "../../src/domain/import/household-list.ts";
import type { HouseholdMatters } from "../../src/domain/matters/household-matters.ts";
import { timeShown, type Entry } from "../../src/domain/said.ts";
import { placeOf, targetOf, WARD_PLACE } from "../../src/domain/signed/place.ts";
import { compareNumbers, searchKey } from "../../src/domain/vietnamese.ts";
import { currentCampaign, nearest, type Ward } from "../../src/domain/ward-facts.ts";
import { foldWard } from "../../src/domain/ward.ts";
import type {
  HandbookView,
  HouseholdRow,
  MergedHousehold,
  OutboxLine,
  WardView,
} from "../../src/phone/api/phone.ts";
import { placeKey } from "../../src/phone/store/place-key.ts";
import { householdView, type RowFacts } from "../../src/phone/views/household-view.ts";
import { standpointOf, type Standpoint } from "../../src/phone/views/places.ts";
import { changesOf, givenHere, haltsHere, praiseIn } from "../../src/phone/views/view-shapes.ts";

/** What screens read, folded anew from all entries after each `forget`. */
export interface Views {
  readonly forget: () => void;
  readonly ward: () => Ward;
  readonly wardView: () => WardView;
  readonly areasWithBooks: () => readonly { readonly code: string; readonly name: string }[];
  readonly handbook: (area: string, updatedAt: number) => HandbookView | null;
  readonly round: (inSight: (area: string) => boolean) => readonly HouseholdRow[];
  readonly merged: () => readonly MergedHousehold[];
  readonly matters: () => readonly HouseholdMatters[];
  readonly household: (id: string) => Household | null;
  readonly row: (id: string) => RowFacts | null;
  readonly listed: () => readonly ExistingHousehold[];
  readonly outbox: (kid: string) => readonly OutboxLine[];
  readonly unsent: () => number;
}

/** Views over a list that grows. */
export function memoryViews(slug: string, entries: readonly Entry[]): Views {
  let folded: { readonly ward: Ward; readonly households: Map<string, Household> } | null = null;

  function all() {
    folded ??= foldAll(slug, entries);
    return folded;
  }

  function wardView(): WardView {
    const {
      covenants,
      handbooks: _handbooks,
      answers: _a,
      observations: _o,
      meetings: _m,
      amendments: _d,
      ...ward
    } = all().ward;
    const books = covenants.map(({ area, title, edition }) => ({ area, title, edition }));
    const editions = covenants.map(({ chapters: _text, ...edition }) => edition);
    return { ...ward, books, editions, campaign: currentCampaign(all().ward) };
  }

  return {
    forget: () => (folded = null),
    ward: () => all().ward,
    wardView,
    areasWithBooks() {
      const { areas, covenants } = all().ward;
      return areas.filter(({ code }) => covenants.some(({ area }) => area === code));
    },
    handbook(area, updatedAt) {
      const { ward } = all();
      const covenant = nearest(ward.covenants, area);
      const found = ward.areas.find(({ code }) => code === covenant?.area);
      if (!covenant || !found) return null;
      return {
        ward: { slug, name: ward.name, demo: ward.demo },
        area: { code: found.code, name: found.name },
        covenant,
        handbook: nearest(ward.handbooks, area) ?? null,
        campaign: currentCampaign(ward),
        answers: ward.answers,
        indicators: Object.values(ward.indicators).map((indicator) => ({
          indicator,
          observations: ward.observations.filter((one) => one.indicator === indicator.id),
        })),
        given: givenHere(ward, found.code),
        changes: changesOf(ward, found.code),
        praise: praiseIn(ward),
        halts: haltsHere(ward, covenant),
        updatedAt,
      };
    },
    listed() {
      return [...all().households.values()].flatMap((household) => {
        const {
          id,
          area,
          number = "",
          head = "",
          address = "",
          members,
          note = "",
          phone = "",
          ended,
        } = household;
        if (area === null) return [];
        return [
          { id, area, number, head, address, members: members ?? 0, note, phone, open: ended === null },
        ];
      });
    },
    round(inSight) {
      return [...all().households.values()]
        .map((household) => rowOf(household, all().ward))
        .filter((row) => row !== null)
        .filter(({ area }) => inSight(area))
        .sort((a, b) => compareNumbers(a.area, b.area) || compareNumbers(a.number ?? "", b.number ?? ""));
    },
    merged() {
      return [...all().households.values()].flatMap(({ id, area, number, head, address, ended }) => {
        const into = ended?.how === "merged" ? ended.into[0] : undefined;
        if (into === undefined || area === null) return [];
        const search = searchKey([number, head, address].filter((part) => part !== undefined).join(" "));
        return [{ id, area, number, head, address, into, search }];
      });
    },
    matters() {
      const { ward, households } = all();
      const facts = { campaign: currentCampaign(ward), dated: datedCampaigns(ward) };
      return [...households.values()].flatMap((one) => householdView(one, facts, false).matters ?? []);
    },
    household: (id) => all().households.get(id) ?? null,
    row(id) {
      const { ward, households } = all();
      const household = households.get(id);
      const facts = { campaign: currentCampaign(ward), dated: datedCampaigns(ward) };
      return household ? householdView(household, facts, false).row : null;
    },
    outbox(kid) {
      return entries
        .filter(({ statement }) => statement.kid === kid)
        .map(({ statement, seq, at, standing }) => {
          const { jti, type, sub, iat, body } = statement.claims;
          const outcome = type === "visit.logged" ? String(body["outcome"]) : undefined;
          const household = all().households.get(placeOf(statement));
          return {
            jti,
            type,
            outcome,
            sub,
            ...timeShown(iat, at),
            seq,
            reason: null,
            standing: standing === "log" ? ("received" as const) : standing,
            household: household
              ? { id: household.id, number: household.number, head: household.head }
              : null,
          };
        });
    },
    unsent: () => entries.filter(({ standing }) => standing === "unsent").length,
  };
}

function foldAll(slug: string, entries: readonly Entry[]) {
  const byPlace = new Map<string, Entry[]>();
  const placeOfId = new Map(entries.map(({ statement }) => [statement.claims.jti, placeOf(statement)]));
  for (const entry of entries) {
    const target = targetOf(entry.statement);
    const place = (target === null ? undefined : placeOfId.get(target)) ?? placeOf(entry.statement);
    byPlace.set(place, [...(byPlace.get(place) ?? []), entry]);
  }
  const ward = foldWard(slug, ofWard(slug, entries));
  const households = new Map<string, Household>();
  for (const [place, some] of byPlace) {
    if (isHouseholdId(place))
      households.set(
        place,
        foldHousehold(place, some, (kid) => ward.devices[kid]),
      );
  }
  return { ward, households };
}

/** Those that count for the ward, wherever else they count: by the phone's own rule. */
function ofWard(slug: string, entries: readonly Entry[]): Entry[] {
  const all = new Map(entries.map(({ statement }) => [statement.claims.jti, statement]));
  const pointOf = (jti: string): Standpoint | undefined => {
    const statement = all.get(jti);
    return statement && standpointOf(statement, pointOf);
  };
  const place = placeKey(slug, WARD_PLACE);
  return entries.filter(({ statement }) => pointOf(statement.claims.jti)?.places.includes(place));
}

function rowOf(household: Household, { campaigns }: Ward): HouseholdRow | null {
  const facts = { campaign: currentCampaign({ campaigns }), dated: datedCampaigns({ campaigns }) };
  const { row } = householdView(household, facts, false);
  if (!row) return null;
  const { number, head, address } = row;
  return {
    ...row,
    search: searchKey([number, head, address].filter((part) => part !== undefined).join(" ")),
  };
}
