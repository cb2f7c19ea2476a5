import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Picture } from "../parts/Picture.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { crop as words } from "../text/vi/crop.ts";
import { cropPhoto, guessCorners, turnPhoto } from "./crop-photo.ts";
import type { Corners, Point } from "./straighten.ts";
import "./PaperCrop.css";

/** Cuts a paper out of its photo along four corners, which it guesses, and pulls it straight. Fetched when it is asked for. */
export function PaperCrop({ photo, onKeep, onClose }: PaperCropProps) {
  useApartWords("crop", words);
  const { t } = useTranslation("crop");
  const { t: ofPledge } = useTranslation("pledge");
  const [turned, setTurned] = useState(photo);
  const [corners, setCorners] = useState<Corners | null>(null);
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const frame = useRef<HTMLDivElement>(null);
  const closed = useRef(false);

  useEffect(() => {
    let gone = false;
    void guessCorners(turned).then((guess) => !gone && setCorners(guess));
    return () => {
      gone = true;
    };
  }, [turned]);

  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);

  async function turn() {
    setState("busy");
    const next = await turnPhoto(turned);
    setState(next ? "ready" : "failed");
    if (!next) return;
    setCorners(null);
    setTurned(next);
  }

  async function keep() {
    if (!corners) return;
    setState("busy");
    const cut = await cropPhoto(turned, corners);
    // Whoever has closed it meanwhile keeps the photo as it was.
    if (closed.current) return;
    setState(cut ? "ready" : "failed");
    if (cut) onKeep(cut);
  }

  function place(at: number, [x, y]: Point) {
    const to: Point = [clamp(x), clamp(y)];
    const [a, b, c, d] = corners ?? [to, to, to, to];
    setCorners([at === 0 ? to : a, at === 1 ? to : b, at === 2 ? to : c, at === 3 ? to : d]);
  }

  function drag(at: number, event: PointerEvent<HTMLButtonElement>) {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    place(at, [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
  }

  function step(at: number, [x, y]: Point, event: KeyboardEvent) {
    const move = STEPS.get(event.key);
    if (!move) return;
    event.preventDefault();
    place(at, [x + move[0], y + move[1]]);
  }

  return (
    <Dialog title={t("title")} first="h2" onClose={onClose}>
      <p>{t("text")}</p>
      <div className="paper-crop" ref={frame}>
        <Picture bytes={turned} alt={ofPledge("paper.alt")} className="paper-crop-photo" />
        {corners && (
          <svg aria-hidden viewBox="0 0 1 1" preserveAspectRatio="none">
            <polygon points={corners.join(" ")} />
          </svg>
        )}
        {corners?.map((corner, at) => (
          <button
            key={NAMES[at]}
            type="button"
            aria-label={t(`corners.${NAMES[at] ?? "topLeft"}`)}
            style={{ left: `${corner[0] * 100}%`, top: `${corner[1] * 100}%` }}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(at, event)}
            onKeyDown={(event) => step(at, corner, event)}
          />
        ))}
      </div>
      <Trouble text={state === "failed" ? t("failed") : null} />
      <div className="dialog-acts">
        <Button disabled={state === "busy"} onClick={() => void turn()}>
          {t("turn")}
        </Button>
        <Button look="primary" disabled={state === "busy" || !corners} onClick={() => void keep()}>
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
}

interface PaperCropProps {
  readonly photo: Uint8Array<ArrayBuffer>;
  readonly onKeep: (photo: Uint8Array<ArrayBuffer>) => void;
  readonly onClose: () => void;
}

const NAMES = ["topLeft", "topRight", "bottomRight", "bottomLeft"] as const;
const STEPS = new Map<string, Point>([
  ["ArrowLeft", [-0.01, 0]],
  ["ArrowRight", [0.01, 0]],
  ["ArrowUp", [0, -0.01]],
  ["ArrowDown", [0, 0.01]],
]);

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
