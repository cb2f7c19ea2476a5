import type { Chance } from "./chance.ts";

/**
 * A signature as a finger draws it on glass: a tall first letter, a row of falling loops, and mostly a stroke below. An SVG
 * path in the 340 × 200 box of `pledge.signed`, about half a kilobyte.
 */
export function drawSignature(chance: Chance): string {
  const letter = { x: chance.between(28, 60), y: chance.between(112, 136) };
  const loops = chance.between(3, 6);
  const width = chance.between(26, 40);
  const strokes = [firstLetter(chance, letter.x, letter.y)];
  let x = letter.x + chance.between(30, 46);
  let path = `M${x} ${letter.y}`;
  for (let i = 0; i < loops; i++) {
    path += loop(chance, x, letter.y, width, 52 - i * 6);
    x += width;
  }
  const end = Math.min(330, x + chance.between(14, 40));
  path += `Q${Math.round((x + end) / 2)} ${letter.y + chance.between(-4, 14)} ${end} ${letter.y - chance.between(8, 34)}`;
  strokes.push(path);
  if (chance.falls(0.7)) strokes.push(underline(chance, letter.x, end, letter.y));
  return strokes.join(" ");
}

/** Up in a slant, over, and down through the line. */
function firstLetter(chance: Chance, x: number, y: number): string {
  const top = y - chance.between(66, 92);
  const lean = chance.between(14, 30);
  const below = y + chance.between(10, 34);
  const up = `C${x + 4} ${y - 40} ${x + lean - 6} ${top} ${x + lean} ${top}`;
  const down = `C${x + lean + 16} ${top} ${x + lean + 4} ${below} ${x + lean - 12} ${below}`;
  return `M${x} ${y}${up}${down}`;
}

/** One letter in a hurry: up to the right, back at the top, down again. */
function loop(chance: Chance, x: number, y: number, width: number, height: number): string {
  const top = y - Math.max(12, height + chance.between(-10, 12));
  const middle = x + Math.round(width * 0.6);
  const foot = y + chance.between(-4, 6);
  const up = `C${x + chance.between(4, 12)} ${y - 8} ${middle + 8} ${top} ${middle} ${top}`;
  const down = `C${middle - chance.between(8, 16)} ${top} ${middle - 4} ${foot} ${x + width} ${foot}`;
  return up + down;
}

function underline(chance: Chance, from: number, to: number, y: number): string {
  const below = Math.min(188, y + chance.between(26, 44));
  const middle = Math.round((from + to) / 2);
  return `M${from + chance.between(0, 30)} ${below}Q${middle} ${below + chance.between(-12, 8)} ${to} ${below - chance.between(4, 14)}`;
}
