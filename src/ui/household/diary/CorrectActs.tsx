import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { Correction } from "./use-correction.ts";

/** What stands below every form of a correction: what it lacks, its button, and the way to let go of what is half written. */
export function CorrectActs({ correction, lacking, trouble, busy, onDrop }: CorrectActsProps) {
  const { t } = useTranslation("correct");
  const { t: ofHousehold } = useTranslation("household");
  const { isChanged, full, drop } = correction;
  return (
    <>
      <Trouble text={lacking ?? trouble ?? (full ? ofHousehold("draftFull") : null)} />
      <Button type="submit" look="primary" wide disabled={busy}>
        {t("save")}
      </Button>
      {isChanged && (
        <>
          <p className="quiet">{t("unkept")}</p>
          <Button
            look="quiet"
            wide
            onClick={() => {
              onDrop();
              void drop();
            }}
          >
            {t("drop")}
          </Button>
        </>
      )}
    </>
  );
}

interface CorrectActsProps {
  readonly correction: Pick<Correction<never>, "isChanged" | "full" | "drop">;
  /** What the form still lacks, in words. */
  readonly lacking: string | null;
  /** Why it could not be kept. */
  readonly trouble: string | null;
  readonly busy: boolean;
  readonly onDrop: () => void;
}
