import type { WardView } from "../../../phone/api/phone.ts";

/** Name of an area, or its code where the ward has not said one. */
export function areaName(ward: Pick<WardView, "areas"> | null | undefined, code: string): string {
  return ward?.areas.find((area) => area.code === code)?.name ?? code;
}

/** A tổ with what lies around it: 'Tổ 7 · Khu phố 2'. */
export function placeTitle(ward: Pick<WardView, "areas"> | null | undefined, code: string): string {
  const steps = code.split("/");
  const codes = steps.map((_, at) => steps.slice(0, steps.length - at).join("/"));
  return codes.map((one) => areaName(ward, one)).join(" · ");
}

/** How a tổ is told from others in a word: '7' of 'Tổ 7' or `kp2/t07`, the whole name where it has no number. */
export function groupNumber(ward: Pick<WardView, "areas"> | null | undefined, code: string): string {
  const name = areaName(ward, code);
  const said = /^tổ\s+(?:dân\s+phố\s+)?(?:số\s+)?0*(\d.*)$/i.exec(name)?.[1];
  return said ?? /(?:^|\/)t0*(\d+)$/.exec(name)?.[1] ?? name;
}

/** The same with the word for it before a number: 'tổ 7'. */
export function groupPlace(ward: Pick<WardView, "areas">, code: string, word: string): string {
  const group = groupNumber(ward, code);
  return /^\d/.test(group) ? `${word}\u00a0${group}` : group;
}
