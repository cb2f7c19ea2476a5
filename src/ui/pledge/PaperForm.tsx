import { Camera, Crop } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../domain/ward-facts.ts";
import { Button } from "../parts/Button.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { Field } from "../parts/Field.tsx";
import { Picture } from "../parts/Picture.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { ConsentWords } from "./ConsentWords.tsx";
import { PHOTO_PURPOSE, type PledgeDraft } from "./pledge-draft.ts";
import { shrinkPhoto } from "./shrink-photo.ts";
import "./PaperForm.css";

const PaperCrop = lazy(async () => ({ default: (await import("./PaperCrop.tsx")).PaperCrop }));

/** A pledge that was signed on paper: the day that stands on it, its photo, and the household's consent to keep that. */
export function PaperForm({ value, change, flush, campaign, ward, today, now }: PaperFormProps) {
  const { t } = useTranslation("pledge");
  const [state, setState] = useState<"ready" | "shrinking" | "unreadable">("ready");
  const [cropping, setCropping] = useState(false);
  const { signedOn, photo, purposes } = value;
  const isFresh = useRef(false);
  const taken = useRef(0);
  const purpose = campaign.consent.purposes.find((one) => one.id === PHOTO_PURPOSE);

  async function take(file: File) {
    taken.current += 1;
    const turn = taken.current;
    setState("shrinking");
    const shrunk = await shrinkPhoto(file);
    // Another was taken meanwhile.
    if (turn !== taken.current) return;
    setState(shrunk.ok ? "ready" : "unreadable");
    if (!shrunk.ok) return;
    await keepPhoto(shrunk.value);
  }

  async function keepPhoto(bytes: Uint8Array<ArrayBuffer>) {
    isFresh.current = true;
    setCropping(false);
    change({ photo: bytes });
    // The paper may be gone with the household in a minute: the photo is kept before anything else.
    await flush();
  }

  /** Whoever has just taken it looks whether it can be read; one of an older draft moves nothing. */
  function show(picture: HTMLImageElement) {
    if (isFresh.current) picture.scrollIntoView({ block: "nearest" });
    isFresh.current = false;
  }

  function consent(on: boolean) {
    const ticked = on ? [...purposes, PHOTO_PURPOSE] : purposes.filter((one) => one !== PHOTO_PURPOSE);
    change({ purposes: ticked, consentedAt: now });
  }

  return (
    <div className="paper-form">
      <p>{t("paper.text")}</p>
      <Field label={t("paper.on")}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            max={today}
            value={signedOn ?? today}
            onChange={(event) => change({ signedOn: event.target.value })}
          />
        )}
      </Field>
      {purpose && (
        <CheckBox boxed checked={purposes.includes(PHOTO_PURPOSE)} onChange={consent}>
          <ConsentWords which="also" ward={ward} purpose={purpose.text} />
        </CheckBox>
      )}
      {photo && <Picture bytes={photo} alt={t("paper.alt")} className="paper-photo" onShown={show} />}
      {photo && (
        <Button look="quiet" wide icon={Crop} onClick={() => setCropping(true)}>
          {t("paper.crop")}
        </Button>
      )}
      {photo && cropping && (
        <Suspense fallback={null}>
          <PaperCrop
            photo={photo}
            onKeep={(bytes) => void keepPhoto(bytes)}
            onClose={() => setCropping(false)}
          />
        </Suspense>
      )}
      <label className="button button-plain button-wide paper-take">
        <Camera aria-hidden className="button-icon" />
        <span>{photo ? t("paper.again") : t("paper.take")}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="only-heard"
          // The camera may take so much memory that this page is gone when it comes back.
          onClick={() => void flush()}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
            // The same picture chosen again is news, too.
            event.target.value = "";
          }}
        />
      </label>
      <p className="quiet" role="status">
        {state === "shrinking" && t("paper.shrinking")}
      </p>
      <Trouble text={state === "unreadable" ? t("paper.unreadable") : null} />
    </div>
  );
}

interface PaperFormProps {
  readonly value: PledgeDraft;
  readonly change: (part: Partial<PledgeDraft>) => void;
  readonly flush: () => Promise<void>;
  readonly campaign: Campaign;
  /** Its name. */
  readonly ward: string;
  /** As `2026-11-23`. */
  readonly today: string;
  /** Seconds. */
  readonly now: number;
}
