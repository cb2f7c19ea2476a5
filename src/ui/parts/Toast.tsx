import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useIsNewest } from "./use-is-newest.ts";
import "./Toast.css";

/** A short word above the tabs on what was just done, with the way to undo it. */
export function Toast({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  const isNewest = useIsNewest();
  return (
    <div className="toast" hidden={!isNewest}>
      <CircleCheck aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}
