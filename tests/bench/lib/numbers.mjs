/** The middle one of several measurements, which one slow moment of a busy machine does not move. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `84 ms`, `8.4 ms`. */
export function milliseconds(number) {
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ms`;
}

/** `1,234/s`. */
export function rate(number) {
  return `${Math.round(number).toLocaleString("en")}/s`;
}
