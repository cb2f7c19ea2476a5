import { createContext, use, useMemo, type ReactNode } from "react";
import type { Membership, WardView } from "../../../phone/api/phone.ts";
import { useLive } from "./use-live.ts";

/** Whose phone this is, and where: the ward used last. */
export interface Here {
  /** Undefined while loading, null where this phone holds no ward. */
  readonly membership: Membership | null | undefined;
  /** Undefined while loading, null until something of the ward came. */
  readonly ward: WardView | null | undefined;
}

/** Tells all screens below in which ward this phone works. */
export function HereProvider({ children }: { readonly children: ReactNode }) {
  const memberships = useLive("memberships");
  const membership = memberships && (memberships[0] ?? null);
  const ward = useLive("ward", membership?.ward ?? null);
  const here = useMemo(() => ({ membership, ward }), [membership, ward]);
  return <HereContext value={here}>{children}</HereContext>;
}

/** Whose phone this is, and where. */
export function useHere(): Here {
  return use(HereContext);
}

/** Whether this phone may record at doors. */
export function isAtWork(membership: Membership | null | undefined): membership is Membership {
  return membership?.role === "volunteer" || membership?.role === "office";
}

const HereContext = createContext<Here>({ membership: undefined, ward: undefined });
