/** Bytes as people say them: '820 kB', '12,4 MB', '1,9 GB'. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  const shown = value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
  return `${shown.replace(".", ",")} ${unit}`;
}
