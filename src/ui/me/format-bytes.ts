import type { Numbers } from "../../domain/words/number-format.ts";

/** Bytes as people say them: '820 kB', '12,4 MB', '1,9 GB'; in English '12.4 MB'. */
export function formatBytes(bytes: number, numbers: Numbers): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${numbers.decimal(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)} ${unit}`;
}
