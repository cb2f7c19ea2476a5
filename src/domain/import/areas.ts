import { fold } from "../vietnamese.ts";

/** One step of an area code, `[a-z0-9]{1,12}`, and the name that people read. */
export interface AreaStep {
  readonly code: string;
  readonly name: string;
}

/** The khu phố that a cell of its own column names: '1', 'KP1', 'Khu phố 01' → kp1; 'Bình Tây' → binhtay. */
export function neighbourhoodOf(cell: string): AreaStep | undefined {
  const numbered = /^(?:(?:khu pho|kp)[ .:-]*(?:so )?)?0*(\d{1,4}[a-z]?)$/.exec(fold(cell));
  if (numbered?.[1] !== undefined) {
    return { code: `kp${numbered[1]}`, name: `Khu phố ${numbered[1].toUpperCase()}` };
  }
  return named(cell, /^(?:khu pho|kp)[ .:-]+/);
}

/** The tổ that a cell of its own column names: '7', 'Tổ 07', 'Tổ dân phố 7' → t07; 'Cầu Đúc' → cauduc. */
export function groupOf(cell: string): AreaStep | undefined {
  const numbered = GROUP.exec(fold(cell));
  if (numbered?.[1] !== undefined) return numberedGroup(numbered[1]);
  return named(cell, /^to(?: dan pho| dan cu| nhan dan| tu quan)?[ .:-]+/);
}

/** The khu phố in a sheet's name or a heading such as 'DANH SÁCH HỘ DÂN KHU PHỐ 1 NĂM 2026'; only with the word. */
export function neighbourhoodIn(text: string): AreaStep | undefined {
  const found = /(?:^|[^a-z])(?:khu pho|kp)[ .:-]*(?:so )?(\d{1,4}[a-z]?)(?![a-z0-9])/.exec(fold(text));
  return found?.[1] === undefined ? undefined : neighbourhoodOf(found[1]);
}

/** The khu phố of a sheet whose name is its name, also without a number: 'Khu phố Bình Tây'. */
export function neighbourhoodOfSheet(name: string): AreaStep | undefined {
  return (
    neighbourhoodIn(name) ?? (/^(khu pho|kp)[ .:-]/.test(fold(name)) ? neighbourhoodOf(name) : undefined)
  );
}

/** The tổ in a sheet's name or a heading such as 'TỔ 5 - KHU PHỐ 2'; only with the word. */
export function groupIn(text: string): AreaStep | undefined {
  const found =
    /(?:^|[^a-z])(?:to|tdp)(?: dan pho| dan cu| nhan dan| tu quan)?[ .:-]*(?:so )?(\d{1,4}[a-z]?)(?![a-z0-9/])/.exec(
      fold(text),
    );
  return found?.[1] === undefined ? undefined : numberedGroup(found[1]);
}

const GROUP = /^(?:(?:to|tdp|t)(?: dan pho| dan cu| nhan dan| tu quan)?[ .:-]*(?:so )?)?(\d{1,4}[a-z]?)$/;

function numberedGroup(number: string): AreaStep {
  const short = number.replace(/^0+(?=\d)/, "");
  const digits = /^\d+/.exec(short)?.[0] ?? "";
  return {
    code: `t${short.padStart(2 + short.length - digits.length, "0")}`,
    name: `Tổ ${short.toUpperCase()}`,
  };
}

function named(cell: string, kind: RegExp): AreaStep | undefined {
  const slug = fold(cell)
    .replace(kind, "")
    .replace(/[^a-z0-9]/g, "");
  return slug === "" ? undefined : { code: shortened(slug), name: cell };
}

// Two long names that begin alike must not become one area, whichever comes first: the end is a digest of the whole.
function shortened(slug: string): string {
  if (slug.length <= 12) return slug;
  let hash = 0x811c9dc5;
  for (const letter of slug) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return slug.slice(0, 8) + hash.toString(36).padStart(4, "0").slice(-4);
}
