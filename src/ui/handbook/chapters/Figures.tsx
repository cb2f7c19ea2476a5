import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Indicator } from "../../../domain/ward-facts.ts";
import type { HandbookView } from "../../../phone/api/phone.ts";
import type { Figure } from "./figures.ts";
import "./Figures.css";

/** What the ward achieved together, each with the year before. */
export function Figures({
  figures,
  view,
}: {
  readonly figures: readonly Figure[];
  readonly view: HandbookView;
}) {
  const { t } = useTranslation(["reader", "handbook"]);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>{t("figures")}</h2>
      <div className="figures">
        {figures.map((figure) => (
          <FigureBox key={figure.indicator.id} figure={figure} view={view} />
        ))}
      </div>
    </section>
  );
}

/** One figure, with the year before and the khu phố's own. */
export function FigureBox({
  figure: { indicator, value, period, before, own, ofWard },
  view: { ward, area },
}: {
  readonly figure: Figure;
  readonly view: HandbookView;
}) {
  const { t } = useTranslation(["reader", "handbook"]);
  const Icon = indicator.better === "down" ? TrendingDown : TrendingUp;
  return (
    <div className="figure">
      <Icon aria-hidden />
      <div>
        <p>
          <strong>{value}</strong> <span lang="vi">{whatIsCounted(indicator, value)}</span>
        </p>
        <p className="figure-more">
          {ofWard ? t("wholeWard", { ward: ward.name, period }) : t("figureOf", { area: area.name, period })}
          {before && <> · {t("period", before)}</>}
          {own !== undefined && <> · {t("ownFigure", { area: area.name, value: own })}</>}
        </p>
      </div>
    </div>
  );
}

/** The name of a figure after its value, which holds the unit: '17 người sử dụng ma tuý', not 'người người'. */
function whatIsCounted({ name, unit }: Indicator, value: string): string {
  const text = name.charAt(0).toLowerCase() + name.slice(1);
  const isSaid = value.includes(` ${unit}`) && text.startsWith(`${unit} `);
  return isSaid ? text.slice(unit.length + 1) : text;
}
