import { formerItems } from "../../../domain/campaign/campaign-words.ts";
import { isWithin } from "../../../domain/ids.ts";
import type { Campaign, Indicator, Observation } from "../../../domain/ward-facts.ts";
import { measured } from "../../../domain/words/measured.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import type { HandbookView } from "../../../phone/api/phone.ts";

/** What was counted, ready to be shown: the latest figure, the one before, and this khu phố's own. */
export interface Figure {
  readonly indicator: Indicator;
  readonly value: string;
  /** The figure as a part of one, where it is a part of a whole. */
  readonly share: number | null;
  readonly period: string;
  readonly before: { readonly value: string; readonly period: string } | undefined;
  /** Whether `value` is the whole ward's. */
  readonly ofWard: boolean;
  /** The area's own figure of the same period, where `value` is the whole ward's. */
  readonly own: string | undefined;
}

/** All figures of a handbook, the ward's before the area's own. Indicators that nobody counted are left out. */
export function figuresOf(
  { ward, area, indicators }: Pick<HandbookView, "ward" | "area" | "indicators">,
  numbers: Numbers,
): Figure[] {
  return indicators.flatMap(({ indicator, observations }) => {
    const whole = inYears(observations.filter(({ about }) => about === ward.slug));
    const own = inYears(
      observations.filter(({ about }) => about !== ward.slug && isWithin(area.code, about)),
    );
    const [latest, before] = whole.length > 0 ? whole : own;
    if (!latest) return [];
    const mine = whole.length > 0 ? own.find(({ period }) => period === latest.period) : undefined;
    const show = (observation: Observation) => valueOf(observation, indicator, numbers);
    return [
      {
        indicator,
        value: show(latest),
        share: shareOf(latest),
        period: latest.period,
        ofWard: whole.length > 0,
        before: before && { value: show(before), period: before.period },
        own: mine && show(mine),
      },
    ];
  });
}

/** The figures that belong to an article. */
export function figuresOfArticle(view: HandbookView, article: number | string, numbers: Numbers): Figure[] {
  return figuresOf(view, numbers).filter(
    ({ indicator }) => String(articleOf(indicator, view.campaign)) === String(article),
  );
}

/** An indicator may name its article; one that does not, but bears the id of a pledge's item, measures that item's article. */
function articleOf(indicator: Indicator, campaign: Campaign | undefined): number | string | undefined {
  if (indicator.article !== undefined || !campaign) return indicator.article;
  const former = formerItems(campaign).map(({ words }) => words);
  const items = [...campaign.items, ...former.toReversed()];
  return items.find(({ id }) => id === indicator.id || `${id}s` === indicator.id)?.article;
}

/** Latest period first; of one period only what was said last. */
function inYears(observations: readonly Observation[]): Observation[] {
  const byPeriod = new Map(observations.map((observation) => [observation.period, observation]));
  return [...byPeriod.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

function shareOf({ numerator, denominator }: Observation): number | null {
  return numerator === undefined || !denominator ? null : numerator / denominator;
}

function valueOf(
  { numerator, denominator, value }: Observation,
  { unit }: Indicator,
  numbers: Numbers,
): string {
  if (numerator !== undefined && denominator !== undefined) return numbers.percent(numerator, denominator);
  return value === undefined ? "—" : measured(value, unit, numbers);
}
