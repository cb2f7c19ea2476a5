/** How a record left the phone. */
export type Shared = "shared" | "downloaded" | "cancelled" | "failed";

/**
 * Hands sealed records over as a file: by the phone's own sharing where it takes such files, by a download otherwise. Some
 * browsers know only some names of files: `canShare` says no, or `share` fails after it said yes, as Chrome's does.
 */
export async function shareRecord(
  text: string,
  { name, title }: { readonly name: string; readonly title: string },
): Promise<Shared> {
  const file = new File([text], name, { type: "application/octet-stream" });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "cancelled";
    }
  }
  return downloadFile(file) ? "downloaded" : "failed";
}

/** Puts a file among the phone's downloads; whether the browser let it. */
export function downloadFile(file: File): boolean {
  try {
    const link = document.createElement("a");
    const address = URL.createObjectURL(file);
    link.href = address;
    link.download = file.name;
    link.click();
    // The browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
