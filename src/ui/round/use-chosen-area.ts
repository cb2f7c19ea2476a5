import type { HouseholdRow } from "../../phone/api/phone.ts";
import { areaKey } from "../../phone/look/first-look.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { useLive } from "../parts/hooks/use-live.ts";

/**
 * The tổ that was looked at last, found again after a restart; "" for all in sight, at first, and where that tổ is no
 * longer in sight. Undefined while nobody knows.
 */
export function useChosenArea(
  ward: string | null,
  groups: ReadonlyMap<string, readonly HouseholdRow[]> | undefined,
): { readonly area: string; readonly choose: (area: string) => void } | undefined {
  const { act } = usePhone();
  const key = ward === null ? null : areaKey(ward);
  const draft = useLive("draft", key);
  const [now, setNow] = useKept<string | null>(`round/area/${ward}`, null);
  if (key === null || draft === undefined || !groups) return undefined;

  const wanted = now ?? areaOf(draft);
  const only = groups.size === 1 ? [...groups.keys()][0] : undefined;
  return {
    area: only ?? (groups.has(wanted) ? wanted : ""),
    choose(area) {
      setNow(area);
      // Convenience only: on a full phone the choice lasts until the app is closed.
      void act.keepDraft(key, { area });
    },
  };
}

function areaOf(draft: unknown): string {
  return typeof draft === "object" && draft !== null && "area" in draft && typeof draft.area === "string"
    ? draft.area
    : "";
}
