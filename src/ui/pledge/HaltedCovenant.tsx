import { Suspense } from "react";
import { later } from "../parts/later.tsx";
import type { HaltedCovenantProps } from "./HaltedNotice.tsx";

/**
 * Before a household signs: that the covenant, or an article which the pledge names, is suspended or abolished. It keeps nobody
 * from signing: what a household wants to say is its own.
 */
export function HaltedCovenant(props: HaltedCovenantProps) {
  // Few wards have such a decision: only these fetch what tells of it.
  if (!props.ward.records.some(({ type }) => type === "covenant.decided")) return null;
  return (
    <Suspense fallback={null}>
      <Notice.Screen {...props} />
    </Suspense>
  );
}

const Notice = later(async () => (await import("./HaltedNotice.tsx")).HaltedNotice);
