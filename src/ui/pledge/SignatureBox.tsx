import { RotateCcw } from "lucide-react";
import SignaturePad, { type PointGroup } from "signature_pad";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { BOX, type Stroke } from "./stroke-path.ts";
import "./SignatureBox.css";

/** A sheet to sign on with a finger. What is drawn is kept in the box's own measure, so turning the phone changes nothing. */
export function SignatureBox({ strokes, redrawAt, hint, onChange }: SignatureBoxProps) {
  const { t } = useTranslation("pledge");
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);

  const redraw = useEffectEvent(() => {
    if (canvas.current && pad.current) draw(canvas.current, pad.current, strokes);
  });
  const add = useEffectEvent(() => {
    const last = pad.current?.toData().at(-1);
    if (canvas.current && last) onChange([...strokes, strokeOf(last, scaleOf(canvas.current))]);
  });

  useEffect(() => {
    const element = canvas.current;
    // A phone out of memory may hand out no drawing context.
    if (!element?.getContext("2d")) return;
    const made = new SignaturePad(element, { penColor: getComputedStyle(element).color, ...PEN });
    pad.current = made;
    redraw();
    const addStroke = () => add();
    made.addEventListener("endStroke", addStroke);
    const watch = new ResizeObserver(() => redraw());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.removeEventListener("endStroke", addStroke);
      made.off();
      pad.current = null;
    };
  }, []);

  useEffect(() => {
    if (redrawAt !== undefined) redraw();
  }, [redrawAt]);

  // Also where it was not this box that took them away.
  const isEmpty = strokes.length === 0;
  useEffect(() => {
    if (isEmpty) pad.current?.clear();
  }, [isEmpty]);

  return (
    <div className="signature">
      <div className="signature-head">
        <span id={id}>{t("signature")}</span>
        <button type="button" disabled={isEmpty} onClick={() => onChange([])}>
          <RotateCcw aria-hidden /> {t("signAgain")}
        </button>
      </div>
      <canvas ref={canvas} aria-labelledby={id} aria-describedby={`${id}-hint`} />
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

interface SignatureBoxProps {
  readonly strokes: readonly Stroke[];
  /** Another value: the strokes were changed from elsewhere, such as by typing. */
  readonly redrawAt?: string;
  /** What to do where no finger can draw. */
  readonly hint: string;
  /** Called at the end of each stroke. */
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

const PEN = { minWidth: 1.2, maxWidth: 2.6, minDistance: 2 };

/** Screen pixels for each unit of the box. */
function scaleOf(canvas: HTMLCanvasElement): number {
  return canvas.clientWidth / BOX.width || 1;
}

function strokeOf({ points }: PointGroup, scale: number): Stroke {
  return points.flatMap((point) => [point.x, point.y].map((value) => Math.round((value / scale) * 10) / 10));
}

function draw(canvas: HTMLCanvasElement, pad: SignaturePad, strokes: readonly Stroke[]): void {
  const scale = scaleOf(canvas);
  const density = window.devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * density;
  canvas.height = canvas.clientHeight * density;
  canvas.getContext("2d")?.scale(density, density);
  pad.fromData(strokes.map((stroke) => groupOf(stroke, scale, pad)));
}

function groupOf(stroke: Stroke, scale: number, pad: SignaturePad): PointGroup {
  const { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation } = pad;
  const points = stroke.flatMap((value, at) =>
    at % 2 === 0
      ? // The time gives the pen's width; at an even pace it is an even line.
        [{ x: value * scale, y: (stroke[at + 1] ?? 0) * scale, pressure: 0.5, time: at * 8 }]
      : [],
  );
  return { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation, points };
}
