import { useEffect, useState } from "react";
import type { CallError } from "../../phone/api/phone.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";

/** Asks the ward for its sums when the page is opened, comes back into sight, and each minute; tells why the last time came to nothing. */
export function useTotals(ward: string): CallError | null {
  const { act } = usePhone();
  const [problem, setProblem] = useState<CallError | null>(null);
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const told = await act.fetchTotals(ward);
      if (!stopped) setProblem(told.ok ? null : told.error);
    };
    void look();
    const timer = setInterval(() => void look(), MINUTE);
    const seen = () => void look();
    document.addEventListener("visibilitychange", seen);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [act, ward]);
  return problem;
}

const MINUTE = 60_000;
