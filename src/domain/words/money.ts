import { VIETNAMESE, type Numbers } from "./number-format.ts";

/**
 * Money in whole đồng: in Vietnamese as it is said, 3120000000 → '3 tỷ 120 triệu đồng', 45000 → '45 nghìn đồng', and what
 * is no round thousand in digits, '1.500 đồng'; in other languages always in digits, '3,120,000,000 đồng'.
 */
export function formatDong(amount: number, numbers: Numbers): string {
  const whole = Math.round(amount);
  const size = Math.abs(whole);
  if (numbers !== VIETNAMESE || size < 1000 || size % 1000 !== 0) return `${numbers.integer(whole)} đồng`;
  const parts: string[] = [];
  if (size >= 1e9) parts.push(`${numbers.integer(Math.floor(size / 1e9))} tỷ`);
  if (size % 1e9 >= 1e6) parts.push(`${Math.floor((size % 1e9) / 1e6)} triệu`);
  if (size % 1e6 >= 1e3) parts.push(`${(size % 1e6) / 1e3} nghìn`);
  return `${whole < 0 ? "-" : ""}${parts.join(" ")} đồng`;
}
