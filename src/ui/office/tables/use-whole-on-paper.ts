import { useCallback, useState } from "react";
import { flushSync } from "react-dom";

/** Whether all rows are drawn, since they go on paper, and the way there. */
export function useWholeOnPaper(): readonly [boolean, () => void] {
  const [isWhole, setWhole] = useState(false);
  const print = useCallback(() => {
    flushSync(() => setWhole(true));
    window.print();
    setWhole(false);
  }, []);
  return [isWhole, print];
}
