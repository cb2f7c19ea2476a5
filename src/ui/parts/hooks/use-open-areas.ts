import { useMemo } from "react";
import type { Area } from "../../../domain/ward-facts.ts";
import { openAreas } from "../../../domain/ward/open-areas.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "./PhoneContext.tsx";
import { useLive } from "./use-live.ts";
import { isoDate } from "../words/when.ts";

/** The areas of a ward that are there to be chosen today. */
export function useOpenAreas({ slug, areas }: Pick<WardView, "slug" | "areas">): readonly Area[] {
  const { now } = usePhone();
  const today = isoDate(now(slug));
  // Where none ends nobody need know who stands where.
  const rows = useLive("round", areas.some(({ to }) => to !== undefined) ? slug : null);
  return useMemo(() => {
    const peopled = new Set(rows?.map(({ area }) => area));
    return openAreas(areas, today, [...peopled]);
  }, [areas, today, rows]);
}
