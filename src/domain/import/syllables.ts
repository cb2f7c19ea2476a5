import { fold, nfc } from "../vietnamese.ts";

/**
 * How far a text reads as Vietnamese: its words with marks that are syllables of the language, less those that are none, such
 * as 'NguyÔn' and 'Vaên'. 0 where nothing speaks for it or against it.
 */
export function readsAsVietnamese(text: string): number {
  let sum = 0;
  for (const word of nfc(text).split(BETWEEN)) {
    if (/[^\0-\x7f]/.test(word)) sum += isSyllable(word) ? 1 : -1;
  }
  return sum;
}

const BETWEEN = /[\s\d.,;:!?()[\]/\\+_"'“”‘’…&=-]+/;
const LETTERS = /^[a-zàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]+$/;
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?(?:uye|uya|uyu|uay|uoi|uou|oai|oay|oao|oeo|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)(?:ng|nh|ch|[cmnpt])?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function isSyllable(word: string): boolean {
  const lower = word.toLowerCase();
  if (!LETTERS.test(lower) || !SYLLABLE.test(fold(word))) return false;
  if ((lower.normalize("NFD").match(TONES) ?? []).length > 1) return false;
  // 'NguyÔn' has a capital where nobody writes one.
  return word === lower || word === word.toUpperCase() || word.slice(1) === lower.slice(1);
}
