import { useMemo } from "react";
import type { WardView } from "../../../phone/api/phone.ts";
import { useOpenAreas } from "../../parts/hooks/use-open-areas.ts";
import { areasToWrite } from "./areas-to-write.ts";

/** The areas of which a new campaign speaks: of those that have ended, as long as a household stands there to be gone to. */
export function useCampaignAreas(ward: WardView): readonly string[] {
  const open = useOpenAreas(ward);
  return useMemo(() => {
    const ended = new Set(ward.areas.filter((area) => !open.includes(area)).map(({ code }) => code));
    return areasToWrite(ward).filter((area) => !ended.has(area));
  }, [ward, open]);
}
