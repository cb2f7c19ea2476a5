import { useLayoutEffect, type ReactNode } from "react";
import { useOpeningFocus } from "../parts/hooks/use-opening-focus.ts";
import "./StepHeading.css";

/** The heading of a step: takes the focus as the step opens, so that it is heard and the next tab goes on from here. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useOpeningFocus<HTMLHeadingElement>();
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {children}
    </h2>
  );
}
