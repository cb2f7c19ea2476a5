import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation } from "wouter";
import { afterFrame } from "../../phone/time/after-frame.ts";
import { whenIdle } from "../../phone/time/when-idle.ts";
import { later } from "../parts/later.tsx";
import { Pledge } from "./Pledge.tsx";

/** `/ho/<id>/ky` and, once a pledge is kept, `/ho/<id>/da-ky/<pledge>`: the form, and the receipt in its place. */
export function Signing({ id, pledge }: { readonly id: string; readonly pledge?: string }) {
  const [kept, setKept] = useState<string | null>(null);
  const [, navigate] = useLocation();

  useEffect(() => whenIdle(() => void Receipt.fetch().catch(() => undefined)), []);

  // The address follows when the receipt stands: changing it takes a cheap phone as long as keeping the pledge. Whoever comes
  // back to the old one is led to the household, as it has signed.
  useEffect(() => {
    if (kept === null || pledge !== undefined) return undefined;
    let gone = false;
    void afterFrame().then(() => {
      if (!gone) navigate(`/ho/${id}/da-ky/${kept}`, { replace: true });
    });
    return () => {
      gone = true;
    };
  }, [id, kept, pledge, navigate]);

  const shown = pledge ?? kept;
  // At once: somebody waits for it.
  const show = (jti: string) => flushSync(() => setKept(jti));
  return shown === null ? (
    <Pledge id={id} onKept={show} />
  ) : (
    <Receipt.Screen key={shown} id={id} pledge={shown} />
  );
}

/** Comes while the form is filled in. */
const Receipt = later(async () => (await import("../receipt/Receipt.tsx")).Receipt);
