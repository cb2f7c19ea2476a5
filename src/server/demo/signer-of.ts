import type { Chance } from "./chance.ts";

/** Who signs for a household, and how that person stands to its head. */
export interface Signer {
  readonly signer: string;
  readonly relation: "head" | "spouse" | "child";
}

/** Mostly the head; sometimes the wife or husband, or a grown child with the family's name. */
export function signerOf(head: string, chance: Chance): Signer {
  const share = chance.next();
  if (share < 0.8) return { signer: head, relation: "head" };
  const [family = "", middle = ""] = head.split(" ");
  const man = MEN.has(middle);
  if (share < 0.93 && (man || WOMEN.has(middle))) {
    return { signer: man ? woman(chance) : manOf(chance.pick(FAMILIES), chance), relation: "spouse" };
  }
  return { signer: manOf(family, chance), relation: "child" };
}

function woman(chance: Chance): string {
  return `${chance.pick(FAMILIES)} Thị ${chance.pick(["Lệ", "Nga", "Thuỷ", "Phượng", "Điệp", "Sương", "Ngà"])}`;
}

function manOf(family: string, chance: Chance): string {
  return `${family} Văn ${chance.pick(["Nghĩa", "Đời", "Khởi", "Rạng", "Lành", "Thống", "Đông"])}`;
}

// Middle names that tell man from woman; of others only the head or a child signs.
const MEN = new Set(["Văn", "Hữu", "Công", "Đức", "Tấn"]);
const WOMEN = new Set(["Thị", "Bích", "Kim", "Hồng"]);
const FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Đặng", "Bùi", "Đỗ"] as const;
