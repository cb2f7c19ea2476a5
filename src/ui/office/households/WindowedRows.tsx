import { useLayoutEffect, useRef, useState, type ReactNode } from "react";

/**
 * A long table of which only the rows in sight are drawn, all of one height (`--row`, in rem). `whole` draws all, for paper.
 * Moved by finger and by keyboard.
 */
export function WindowedRows<Row>({ label, head, rows, keyOf, renderRow, whole }: WindowedRowsProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const [seen, setSeen] = useState({ first: 0, count: AT_FIRST });

  function look() {
    const element = frame.current;
    if (!element) return;
    const height = ROW * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || REM);
    const top = Math.floor(element.scrollTop / height);
    const first = Math.max(0, top - AROUND);
    const count = Math.max(AT_FIRST, top + Math.ceil(element.clientHeight / height) + AROUND - first);
    scrolled.current = element.scrollTop > 0;
    setSeen((was) => (was.first === first && was.count === count ? was : { first, count }));
  }

  useLayoutEffect(look, []);

  // Another list begins at its top. One that stands there is not measured: at each key all of it would be laid out at once.
  useLayoutEffect(() => {
    if (!frame.current || !scrolled.current) return;
    frame.current.scrollTop = 0;
    look();
  }, [rows]);

  const first = whole ? 0 : Math.min(seen.first, Math.max(0, rows.length - seen.count));
  const drawn = whole ? rows : rows.slice(first, first + seen.count);
  const after = rows.length - first - drawn.length;
  return (
    <div ref={frame} className="windowed" role="region" aria-label={label} onScroll={look} {...FOCUSABLE}>
      <table className="office-table windowed-table" aria-rowcount={rows.length + 1}>
        {head}
        <tbody>
          {first > 0 && <Gap rows={first} />}
          {drawn.map((row, at) => (
            <tr key={keyOf(row)} aria-rowindex={first + at + 2}>
              {renderRow(row)}
            </tr>
          ))}
          {after > 0 && <Gap rows={after} />}
        </tbody>
      </table>
    </div>
  );
}

interface WindowedRowsProps<Row> {
  readonly label: string;
  readonly head: ReactNode;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The cells of a row. */
  readonly renderRow: (row: Row) => ReactNode;
  readonly whole: boolean;
}

/** Takes the room of rows that are out of sight. */
function Gap({ rows }: { readonly rows: number }) {
  const line = useRef<HTMLTableRowElement>(null);
  // By script: the Content-Security-Policy allows no style in the page's text.
  useLayoutEffect(() => {
    if (line.current) line.current.style.height = `${rows * ROW}rem`;
  }, [rows]);
  return <tr ref={line} aria-hidden className="windowed-gap" />;
}

// WCAG 2.1.1: without the focus a keyboard could not move it.
const FOCUSABLE = { tabIndex: 0 };
/** Height of a row in rem, as HouseholdsPage.css has it. */
const ROW = 3.25;
/** Pixels, where the page does not tell. */
const REM = 16;
const AROUND = 10;
const AT_FIRST = 24;
