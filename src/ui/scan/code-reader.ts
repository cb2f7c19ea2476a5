/** Reads the QR code in what a camera shows at this moment; null where there is none. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own reader where it has one for QR codes, which is quick; otherwise one that is fetched now, once. */
export async function createCodeReader(): Promise<CodeReader> {
  const detector = await findDetector();
  if (detector) return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  const { readPixels } = await import("./read-pixels.ts");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (!context || videoWidth === 0) return null;
    const scale = Math.min(1, WIDEST / videoWidth);
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return readPixels(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}

/** Pixels: a receipt's code has some 100 modules a side, and a cheap phone is to read it a few times a second. */
const WIDEST = 960;

interface Detector {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
}

async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Class } = globalThis as { readonly BarcodeDetector?: DetectorClass };
  const formats: readonly string[] = (await Class?.getSupportedFormats().catch(() => [])) ?? [];
  return Class && formats.includes("qr_code") ? new Class({ formats: ["qr_code"] }) : null;
}
