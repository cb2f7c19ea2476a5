import { useMemo } from "react";
import type { WardView } from "../../../phone/phone.ts";
import { useOpenAreas } from "../../parts/use-open-areas.ts";
import { areasToWrite } from "./areas-to-write.ts";

/** The areas for which a covenant, its change or a campaign may be begun: those that have ended only while a household stands there. */
export function useAreasToWrite(ward: WardView): readonly string[] {
  const open = useOpenAreas(ward);
  return useMemo(() => {
    const ended = new Set(ward.areas.filter((area) => !open.includes(area)).map(({ code }) => code));
    return areasToWrite(ward).filter((area) => !ended.has(area));
  }, [ward, open]);
}
