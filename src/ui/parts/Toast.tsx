import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import "./Toast.css";

/** A short word above the tabs on what was just done, with the way to undo it. */
export function Toast({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="toast">
      <CircleCheck aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}
