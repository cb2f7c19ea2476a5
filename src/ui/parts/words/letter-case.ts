/** A sentence that goes on inside another one: 'Lưu ảnh' → 'lưu ảnh'. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}

/** The beginning of a sentence: 'hôm nay' → 'Hôm nay'. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
