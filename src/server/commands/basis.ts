/** Whether it may stand for the basis on which a ward keeps the list of its households: one line, NFC, of 300 letters at most. */
export function isBasis(sentence: string): boolean {
  return !/[\n\r]/.test(sentence) && sentence.length > 0 && sentence.length <= 300;
}

/** What a command says of its `--basis`. */
export const BASIS_HELP =
  "--basis là một câu nói phường giữ danh sách hộ theo căn cứ nào, nhiều nhất 300 chữ cái; hiện ở 'Quyền của hộ'.";

export const NO_BASIS = "--basis nhận một câu trên một dòng, nhiều nhất 300 chữ cái.";
