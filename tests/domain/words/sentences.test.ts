import { expect, test } from "vitest";
import { sentencesOf } from "../../../src/domain/words/sentences.ts";

test.each([
  ["Rác buộc kín. Để đúng chỗ!", ["Rác buộc kín.", "Để đúng chỗ!"]],
  ["Mỗi nhà một hợp đồng; ai khó thì tổ giúp.", ["Mỗi nhà một hợp đồng;", "ai khó thì tổ giúp."]],
  ["Theo Điều 5. Phần hai thì khác.", ["Theo Điều 5. Phần hai thì khác."]],
  ["UBND TP. Tây Ninh công nhận. Hết.", ["UBND TP. Tây Ninh công nhận.", "Hết."]],
  ["Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]],
  ["Góp 1.500 đồng. “Được không?” Được.", ["Góp 1.500 đồng.", "“Được không?”", "Được."]],
  ["", []],
])("'%s' is cut into its sentences", (text, sentences) => {
  const cut = sentencesOf(text);
  expect(cut.map((one) => one.text)).toEqual(sentences);
  for (const one of cut) expect(text.slice(one.from, one.to)).toBe(one.text);
});
