import mammoth from "mammoth";

/**
 * A `.docx` as HTML, by its own heading styles and lists; rejects where the bytes are no such file. In a file of its own:
 * its script is fetched only where somebody opens one, and no phone keeps it beforehand (vite.config.ts).
 */
export async function docxToHtml(bytes: ArrayBuffer): Promise<string> {
  // Only counted: their bytes would go through the page as text.
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes }, { convertImage });
  return value;
}
