import { useEffect, useRef, type ReactNode } from "react";
import "./SearchArea.css";

/**
 * A search and what it finds. Its box goes to the top of the page with its first letter: from further down, what is found
 * would lie under the keyboard of a small phone.
 */
export function SearchArea({ searching, children }: SearchAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  const was = useRef(searching);
  useEffect(() => {
    if (searching && !was.current) area.current?.scrollIntoView?.({ block: "start" });
    was.current = searching;
  }, [searching]);
  return (
    <div className="search-area" data-searching={searching} ref={area}>
      {children}
    </div>
  );
}

interface SearchAreaProps {
  /** Whether anything is looked for now. */
  readonly searching: boolean;
  readonly children: ReactNode;
}
