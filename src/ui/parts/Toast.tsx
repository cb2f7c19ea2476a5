import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useIsNewest } from "./hooks/use-is-newest.ts";
import "./Toast.css";

/** A short word above the tabs on what was just done, with the way to undo it. */
export function Toast({ children, action, lasting = false }: ToastProps) {
  const isNewest = useIsNewest(lasting);
  return (
    <div className="toast" hidden={!isNewest}>
      <CircleCheck aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

interface ToastProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** It stays as long as something goes on: what is said meanwhile goes before it. */
  readonly lasting?: boolean;
}
