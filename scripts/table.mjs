const titles = { mark: "", what: "what", measured: "measured", yardstick: "yardstick", atMost: "at most" };

/**
 * The rows of a benchmark as one table of text; a row that does not hold is marked with `!`.
 * @param {{ what: string, measured: string, yardstick: string, atMost: string, holds?: boolean }[]} rows
 * @returns {string}
 */
export function table(rows) {
  const lines = [titles, ...rows.map((row) => ({ ...row, mark: row.holds === false ? "!" : "" }))];
  const columns = Object.keys(titles);
  const widths = columns.map((column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) =>
    columns
      .map((column, i) => line[column].padEnd(widths[i]))
      .join(" | ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "-".repeat(width)).join("-|-");
  return [text[0], rule, ...text.slice(1)].join("\n");
}
