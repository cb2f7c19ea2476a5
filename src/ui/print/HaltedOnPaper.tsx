import { useTranslation } from "react-i18next";
import { haltsIn, haltsOfPledge } from "../../domain/covenant/halts.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { haltSentence } from "../handbook/chapters/halt-words.ts";

/**
 * On a pledge that is yet to be signed by hand: by which decision the covenant, or an article which the pledge names, is
 * suspended or abolished, and that it may be signed all the same. In Vietnamese, as all of the paper.
 */
export function HaltedOnPaper({ ward, area, campaign }: HaltedOnPaperProps) {
  const { i18n } = useTranslation();
  const handbook = i18n.getFixedT("vi", "handbook");
  const halts = haltsOfPledge(haltsIn(ward, area), campaign.items);
  if (halts.length === 0) return null;
  return (
    <div className="sheet-halted">
      {halts.map((halt) => (
        <p key={`${halt.by.jti} ${halt.articles.join(" ")}`}>
          <b>{haltSentence(handbook, halt)}</b>
          {halt.by.grounds !== "" && <> {handbook("halted.grounds", { grounds: halt.by.grounds })}</>}
        </p>
      ))}
      <p>{i18n.getFixedT("vi", "pledge")("stillMaySign")}</p>
    </div>
  );
}

interface HaltedOnPaperProps {
  readonly ward: Pick<WardView, "records" | "editions">;
  /** Code of the household's tổ; null where nobody knows it. */
  readonly area: string | null;
  readonly campaign: Campaign;
}
