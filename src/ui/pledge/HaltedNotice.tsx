import { useTranslation } from "react-i18next";
import { haltsIn, haltsOfPledge } from "../../domain/covenant/halts.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { Halts } from "../handbook/chapters/Halts.tsx";
import "./HaltedNotice.css";

/** What of the covenant does not hold, as far as the pledge is about it. */
export function HaltedNotice({ ward, area, campaign, brief = false }: HaltedCovenantProps) {
  const { t } = useTranslation("pledge");
  const halts = haltsOfPledge(haltsIn(ward, area), campaign.items);
  if (halts.length === 0) return null;
  return (
    <div className="halted-notice">
      <Halts halts={halts} brief={brief}>
        {!brief && <p>{t("stillMaySign")}</p>}
      </Halts>
    </div>
  );
}

export interface HaltedCovenantProps {
  readonly ward: Pick<WardView, "records" | "editions">;
  /** Code of the household's tổ; null where nobody knows it. */
  readonly area: string | null;
  readonly campaign: Campaign;
  /** Where it was told already: only what and since when. */
  readonly brief?: boolean;
}
