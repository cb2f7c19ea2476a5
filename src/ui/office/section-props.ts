import type { WardView } from "../../phone/api/phone.ts";
import type { Deciding } from "./use-decision.ts";

/** What each page of the office is given. */
export interface SectionProps {
  readonly ward: WardView;
  /** This device's own key. */
  readonly device: string;
  readonly deciding: Deciding;
}
