import { useEffect, useRef, useState, type RefObject } from "react";

/** What the parts of a booklet measure, once its letters have come; null until then. */
interface Heights {
  readonly measure: RefObject<HTMLDivElement | null>;
  readonly heights: readonly number[] | null;
  /** Height of a page, in the same pixels. */
  readonly room: number;
}

/** Measures the children of an element that is as wide as a page and as high as its room. */
export function useHeights(count: number): Heights {
  const measure = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Omit<Heights, "measure">>({ heights: null, room: 0 });
  useEffect(() => {
    let gone = false;
    async function look() {
      // In other letters it would be of another height.
      await (document.fonts as FontFaceSet | undefined)?.ready;
      const element = measure.current;
      if (gone || !element) return;
      const heights = [...element.children].map((child) => child.getBoundingClientRect().height);
      setMeasured({ heights, room: element.clientHeight });
    }
    void look();
    return () => {
      gone = true;
    };
  }, [count]);
  return { measure, ...measured };
}
