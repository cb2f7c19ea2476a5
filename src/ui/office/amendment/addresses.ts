/** The page of the files, and one file's. */
export function amendmentAddress(id = ""): string {
  return id === "" ? "/phuong/sua-doi" : `/phuong/sua-doi/${id}`;
}
