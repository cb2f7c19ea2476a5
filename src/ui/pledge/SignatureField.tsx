import { Keyboard } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import type { PledgeDraft } from "./pledge-draft.ts";
import { SignatureBox } from "./SignatureBox.tsx";

const TypedName = lazy(async () => ({ default: (await import("./TypedName.tsx")).TypedName }));

/** A pledge is signed with a finger, or by typing one's name; the draft never says both. */
export function SignatureField({ value, change, flush, hint }: SignatureFieldProps) {
  const { t } = useTranslation("pledge");
  const [typing, setTyping] = useState(value.typed !== "");
  return (
    <>
      <SignatureBox
        strokes={value.strokes}
        redrawAt={value.typed}
        hint={hint ?? t("signatureHint")}
        onChange={(strokes) => {
          // Who draws signs by hand: nothing typed stands beside it.
          change({
            strokes: value.typed === "" ? strokes : strokes.slice(value.strokes.length),
            typed: "",
          });
          // A stroke cannot be asked for again: it is kept before the next one begins.
          void flush();
        }}
      />
      {typing ? (
        <Suspense fallback={null}>
          <TypedName value={value.typed} onChange={(typed, strokes) => change({ typed, strokes })} />
        </Suspense>
      ) : (
        <Button look="quiet" wide icon={Keyboard} onClick={() => setTyping(true)}>
          {t("signByKeys")}
        </Button>
      )}
    </>
  );
}

interface SignatureFieldProps {
  readonly value: Pick<PledgeDraft, "strokes" | "typed">;
  readonly change: (part: Pick<PledgeDraft, "strokes" | "typed">) => void;
  readonly flush: () => Promise<void>;
  /** What else may be done where it is not as at a door. */
  readonly hint?: string;
}
