import { boardDraft, giftDraft, type Gift } from "../../../domain/ward/works.ts";
import type { Dropped } from "../use-recording.ts";

/** What takes a gift back, and what stands for it on the board; undone, both name each other again. */
export function droppedGift(of: Gift, all: readonly Gift[], newId: () => string): readonly Dropped[] {
  const jti = newId();
  const gift = { jti: of.jti, place: of.place, again: { ...giftDraft(of), jti } };
  const shown = all.filter((one) => one.of === of.jti);
  return [
    gift,
    ...shown.map((one) => ({ jti: one.jti, place: one.place, again: boardDraft(of, jti, one.place) })),
  ];
}
