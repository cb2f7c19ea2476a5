import { FileText } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase, NewStep, Step } from "../../../domain/amendment/amendment-case.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import type { PaperName } from "./amendment-paper.ts";

/** With the words of the papers, when one is made. */
const AmendmentPaper = lazy(async () => ({ default: (await import("./AmendmentPaper.tsx")).AmendmentPaper }));

/** Makes the papers of a step, from what is recorded or typed of it. */
export function PaperButtons({ ward, file, said, isTyped = false }: PaperButtonsProps) {
  const { t } = useTranslation("amendment");
  const [open, setOpen] = useState<PaperName | null>(null);
  const names = PAPERS[said.step];
  return (
    <>
      {names.map((name) => (
        <Button key={name} look="quiet" icon={FileText} onClick={() => setOpen(name)}>
          {t("paper.make", { name: t(`paper.names.${name}`) })}
        </Button>
      ))}
      {open && (
        <Suspense fallback={null}>
          <AmendmentPaper
            ward={ward}
            file={isTyped ? withTyped(file, said) : file}
            said={said}
            name={open}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The file as if the step were recorded as it is typed: a paper goes out before its step is done. */
function withTyped(file: AmendmentCase, said: NewStep): AmendmentCase {
  const typed = { ...said, jti: "", kid: "", at: 0, seq: null };
  return { ...file, steps: [...file.steps.filter(({ step }) => step !== said.step), typed] };
}

const PAPERS: Readonly<Record<Step, readonly PaperName[]>> = {
  proposal: ["proposal"],
  posting: ["posting"],
  opinions: ["opinions"],
  notice: ["notice"],
  meeting: [],
  result: [],
  ballots: ["ballot", "count"],
  minutes: ["minutes"],
  request: ["request"],
  decision: ["sending"],
  force: ["sending"],
  ended: [],
};

interface PaperButtonsProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly said: NewStep;
  /** Whether it is only typed, and not in the file yet. */
  readonly isTyped?: boolean;
}
