import { ArrowLeft, ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Slide } from "../../../domain/report/slides.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Chart } from "../report/Chart.tsx";
import { FigureTable } from "../report/FigureTable.tsx";
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
    <Dialog title={slide.title} first="h2" onClose={onClose}>
      <div className="slide" lang="vi">
        {slide.words !== "" && <p className="slide-words">{slide.words}</p>}
        {slide.shown?.kind === "chart" && <Chart chart={slide.shown} />}
        {slide.shown?.kind === "table" && <FigureTable table={slide.shown} onWall />}
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
