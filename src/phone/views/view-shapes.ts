import { covenantDecisions, haltedIn, haltsOf, type Halt } from "../../domain/covenant/covenant-standing.ts";
import { isWithin } from "../../domain/ids.ts";
import {
  nearest,
  currentCampaign,
  type AmendmentRecord,
  type Covenant,
  type Observation,
  type Ward,
  type WardRecord,
} from "../../domain/ward-facts.ts";
import type { Praise } from "../api/handbook-view.ts";
import type { HandbookView, WardView } from "../api/phone.ts";

/** What screens need of the ward, without the long texts. */
export function wardView(ward: Ward): WardView {
  const {
    covenants,
    handbooks: _h,
    answers: _a,
    observations: _o,
    meetings: _m,
    amendments: _d,
    ...rest
  } = ward;
  const books = areasWithCovenant(covenants).map((area) => {
    const { title, edition } = bookOf(covenants, area);
    return { area, title, edition };
  });
  const editions = covenants.map(({ chapters: _text, ...edition }) => edition);
  return { ...rest, books, editions, campaign: currentCampaign(ward) };
}

/** What a reader needs of each area that has a covenant of its own, but for when it came. */
export function handbookViews(ward: Ward): Omit<HandbookView, "updatedAt">[] {
  const campaign = currentCampaign(ward);
  return areasWithCovenant(ward.covenants).map((code) => ({
    ward: { slug: ward.slug, name: ward.name, demo: ward.demo },
    area: { code, name: ward.areas.find((area) => area.code === code)?.name ?? code },
    covenant: bookOf(ward.covenants, code),
    handbook: nearest(ward.handbooks, code) ?? null,
    campaign,
    answers: ward.answers.filter(({ area }) => area === null || isWithin(area, code) || isWithin(code, area)),
    indicators: Object.values(ward.indicators)
      .map((indicator) => ({
        indicator,
        observations: ward.observations.filter((one) => tellsOf(one, indicator.id, ward.slug, code)),
      }))
      .filter(({ observations }) => observations.length > 0),
    given: givenHere(ward, code),
    changes: changesOf(ward, code),
    praise: praiseIn(ward),
    halts: haltsHere(ward, bookOf(ward.covenants, code)),
  }));
}

/** What was given and spent for an area, or for the whole ward, without anybody's words. */
export function givenHere({ slug, records }: Ward, code: string): WardRecord[] {
  return records
    .filter(({ type }) => type === "contribution.recorded" || type === "spending.recorded")
    .filter(({ sub }) => sub === slug || isWithin(sub, code) || isWithin(code, sub))
    .map((one) => ({ ...one, personal: {} }));
}

/** What was said of changes to the area's covenant, without anybody's words: the rules that read it come when it is shown. */
export function changesOf({ amendments }: Ward, code: string): AmendmentRecord[] {
  const here = amendments.filter((one) => isWithin(one.in, code) || isWithin(code, one.in));
  return here.map((one) => ({ ...one, personal: {} }));
}

/** By which decisions something of a covenant does not hold. */
export function haltsHere({ records }: Ward, covenant: Covenant): readonly Halt[] {
  return haltsOf(haltedIn(covenantDecisions(records), covenant));
}

/** What tells who was praised, and who agreed to be named; undefined where nobody was. */
export function praiseIn({ records, areas }: Ward): Praise | undefined {
  const granted = records.filter(({ type }) => type === "commendation.granted");
  if (granted.length === 0) return undefined;
  // Who in a household agreed is nobody's to read here.
  const consents = records
    .filter(({ type }) => type === "consent.given" || type === "consent.withdrawn")
    .map((one) => ({ ...one, personal: {} }));
  return { records: [...granted, ...consents], areas: areas.map(({ code, name }) => ({ code, name })) };
}

function areasWithCovenant(covenants: readonly Covenant[]): string[] {
  return [...new Set(covenants.map(({ area }) => area))].sort();
}

// The last one said holds.
function bookOf(covenants: readonly Covenant[], code: string): Covenant {
  const found = covenants.findLast(({ area }) => area === code);
  if (!found) throw new Error("an area of the list has lost its covenant");
  return found;
}

function tellsOf(one: Observation, indicator: string, ward: string, code: string): boolean {
  return one.indicator === indicator && (one.about === ward || isWithin(code, one.about));
}
