import { useHere } from "../parts/hooks/HereContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";

/** The household whose own phone this is: the only one that it sees. `none` where this phone is no household's, null while it has not come yet, undefined while this phone looks. */
export function useOwnHousehold() {
  const { membership, ward } = useHere();
  const isOwn = membership?.role === "household";
  const rows = useLive("round", isOwn ? membership.ward : null);
  const id = rows?.[0]?.id ?? null;
  const household = useLive("household", isOwn ? membership.ward : null, id);
  if (membership === undefined) return { membership, ward, household: undefined } as const;
  if (!isOwn) return { membership, ward, household: "none" } as const;
  if (rows === undefined || (id !== null && household === undefined))
    return { membership, ward, household: undefined } as const;
  return { membership, ward, household: household ?? null } as const;
}
