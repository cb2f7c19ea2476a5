/** Puts the caret at the beginning of one line of a box, from 1, and that line into sight. */
export function showLine(box: HTMLTextAreaElement | null, line: number): void {
  if (!box) return;
  const rows = box.value.split("\n");
  const from = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  box.focus();
  box.setSelectionRange(from, from + (rows[line - 1]?.length ?? 0));
  // Where lines are wrapped nobody tells how far down one is: its share of the letters comes close.
  const share = box.value.length === 0 ? 0 : from / box.value.length;
  box.scrollTop = Math.max(0, share * box.scrollHeight - box.clientHeight / 3);
}

/** Number of the article in which a place in the text stands; null before the first one. */
export function articleAt(text: string, place: number): string | null {
  const before = text.slice(0, place);
  const end = text.indexOf("\n", place);
  const rows = `${before}${text.slice(place, end < 0 ? undefined : end)}`.split("\n");
  const heading = rows.findLast((row) => row.startsWith("### "));
  return heading === undefined ? null : (/^###\s+Điều\s+([\p{L}\d]+)/u.exec(heading)?.[1] ?? null);
}
