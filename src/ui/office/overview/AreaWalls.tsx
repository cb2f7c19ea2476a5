import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { firstStep, groupBy, type AreaTotals } from "../../../domain/ward/totals.ts";
import type { CountedRow, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { useGrowing } from "../../parts/hooks/use-growing.ts";
import { drawWall } from "./wall-paths.ts";
import "./AreaWalls.css";

/** The wall of each khu phố: every household a small shape. The table below says the same in figures. */
export const AreaWalls = memo(function AreaWalls({
  ward,
  rows,
  areas,
}: {
  readonly ward: WardView;
  readonly rows: readonly CountedRow[];
  readonly areas: readonly AreaTotals[];
}) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const byArea = useMemo(() => groupBy(rows, ({ area }) => firstStep(area)), [rows]);
  const drawn = useGrowing(areas.length, AT_ONCE);
  return (
    <section className="office-card">
      <h2>{t("walls")}</h2>
      {areas.slice(0, drawn).map(({ area, totals }) => (
        <div key={area}>
          <h3>{areaName(ward, area)}</h3>
          <AreaWall
            rows={byArea.get(area) ?? []}
            label={t("wall", { area: areaName(ward, area), ...totals })}
          />
        </div>
      ))}
      <ul className="area-legend" aria-label={t("legend")}>
        {WORDS.map((word) => (
          <li key={word}>
            <svg viewBox="0 0 10 10" aria-hidden>
              <path className={`area-wall-${word}`} d={drawWall([word], 1).paths[word]} />
            </svg>
            {common(`status.${word}`)}
          </li>
        ))}
      </ul>
    </section>
  );
});

const WORDS = ["signed", "given", "again", "refused", "none"] as const;
const COLUMNS = 48;
/** Walls that are drawn in one frame. */
const AT_ONCE = 5;

function AreaWall({ rows, label }: { readonly rows: readonly CountedRow[]; readonly label: string }) {
  // Of a wall in which nobody's standing has changed nothing is drawn anew.
  const words = rows.map(({ status }) => LETTERS[status.word]).join("");
  const { width, height, paths } = useMemo(
    () =>
      drawWall(
        [...words].map((letter) => WORDS.find((word) => LETTERS[word] === letter) ?? "none"),
        COLUMNS,
      ),
    [words],
  );
  return (
    <div className="area-wall" style={{ aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {WORDS.map((word) => (
          <path key={word} className={`area-wall-${word}`} d={paths[word]} />
        ))}
      </svg>
    </div>
  );
}

const LETTERS = { signed: "s", given: "g", again: "a", refused: "r", none: "n" } as const;
