import { useEffect, useRef, type ReactNode } from "react";

/** Brings what just appeared into sight, and is heard at once. */
export function ScrollHere({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, jsdom has none.
    void element.current?.scrollIntoView?.({ block: "center" });
  }, []);
  return (
    <div ref={element} role="alert">
      {children}
    </div>
  );
}
