import type { LucideIcon } from "lucide-react";
import { Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";

/** A button that opens a sheet on which one thing is said, and ten seconds to take that back. */
export function ActWithUndo({ ward, place, icon, label, done, renderSheet }: ActWithUndoProps) {
  const { t } = useTranslation("household");
  const { act } = usePhone();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const close = () => setOpen(false);
  const keep = (jti: string) => {
    setKept(jti);
    close();
  };
  return (
    <>
      <Button look="quiet" wide icon={icon} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <Suspense fallback={null}>{renderSheet(keep, close)}</Suspense>}
      {kept !== null && (
        <UndoToast
          key={kept}
          words={done}
          undone={t("done.undone")}
          onUndo={() => act.retract(ward, kept, place)}
          onClose={() => setKept(null)}
        />
      )}
    </>
  );
}

interface ActWithUndoProps {
  readonly ward: string;
  /** Household or area that it is about. */
  readonly place: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** What is told once it is kept. */
  readonly done: string;
  /** Draws the sheet, which comes when it is opened; `onKept` takes the id of what was said. */
  readonly renderSheet: (onKept: (jti: string) => void, onClose: () => void) => ReactNode;
}
