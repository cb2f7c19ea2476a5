import { ArrowLeft, ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { plain } from "../../../domain/report/blocks.ts";
import type { ReportTable } from "../../../domain/report/blocks.ts";
import type { Slide } from "../../../domain/report/slides.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Chart } from "../report/Chart.tsx";
import "./Slides.css";

/** Pictures for the wall of a hall, one at a time over the whole glass: by arrows, page keys or buttons. */
export function Slides({
  slides,
  onClose,
}: {
  readonly slides: readonly Slide[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("meetings");
  const [at, setAt] = useState(0);
  const last = slides.length - 1;

  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      const step = STEPS[key];
      if (step !== undefined) setAt((now) => Math.min(last, Math.max(0, now + step)));
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [last]);

  const slide = slides[at];
  if (!slide) return null;
  return (
    <Dialog title={slide.title} onClose={onClose}>
      <div className="slide" lang="vi">
        {slide.words !== "" && <p className="slide-words">{slide.words}</p>}
        {slide.shown?.kind === "chart" && <Chart chart={slide.shown} />}
        {slide.shown?.kind === "table" && <SlideTable table={slide.shown} />}
      </div>
      <div className="slide-acts">
        <Button icon={ArrowLeft} aria-disabled={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
          {t("summing.back")}
        </Button>
        <p role="status">{t("summing.at", { at: at + 1, of: slides.length })}</p>
        <Button icon={ArrowRight} aria-disabled={at === last} onClick={() => setAt(Math.min(last, at + 1))}>
          {t("summing.next")}
        </Button>
      </div>
    </Dialog>
  );
}

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

function SlideTable({ table: { title, head, rows } }: { readonly table: ReportTable }) {
  return (
    <table className="office-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={plain([name])}>
            <th scope="row">{plain([name])}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]} className="office-figure">
                {plain([cell])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
