import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PaperCrop } from "../../src/ui/pledge/PaperCrop.tsx";
import { demoPhone } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 9]);
const CUT = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]);
let drawn: { width: number; height: number }[] = [];

// jsdom has no decoder and no canvas: a photo of 200 × 100 that is grey all over, and a drawing that is written down.
beforeEach(() => {
  drawn = [];
  vi.stubGlobal("createImageBitmap", async () => ({ width: 200, height: 100, close: () => {} }));
  vi.stubGlobal("ImageData", function make(_data: Uint8ClampedArray, width: number, height: number) {
    return { width, height };
  });
  const context = {
    drawImage: () => {},
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(width * height * 4).fill(128),
    }),
    putImageData: ({ width, height }: { width: number; height: number }) => drawn.push({ width, height }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(() => context as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation((done) =>
    done({ arrayBuffer: async () => CUT.slice().buffer } as Blob),
  );
  URL.createObjectURL = () => "blob:photo";
  URL.revokeObjectURL = () => {};
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open() {
  const onKeep = vi.fn<(photo: Uint8Array<ArrayBuffer>) => void>();
  const { unmount } = renderScreen(
    await demoPhone(),
    <PaperCrop photo={PHOTO} onKeep={onKeep} onClose={() => {}} />,
  );
  return {
    unmount,
    onKeep,
    user: userEvent.setup(),
    corner: await screen.findByRole("button", { name: "Góc trên bên trái" }),
  };
}

describe("the photo of a paper", () => {
  test("is cut along its corners, which go by keyboard too, and no further than its edges", async () => {
    const { onKeep, user, corner } = await open();
    expect(corner.style.left).toBe("5%");
    corner.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowDown}");
    expect([corner.style.left, corner.style.top].map((part) => Math.round(parseFloat(part)))).toEqual([7, 6]);
    await user.keyboard("{ArrowLeft>12/}");
    expect(parseFloat(corner.style.left)).toBe(0);
    await user.click(screen.getByRole("button", { name: "Giữ ảnh đã cắt" }));
    await waitFor(() => expect(onKeep).toHaveBeenCalledWith(CUT));
    // The longer of its upper and lower sides, of 200 pixels: from 0 to 95 per cent.
    expect(drawn).toEqual([{ width: 190, height: 90 }]);
  });

  test("is turned by a quarter", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Xoay ảnh" }));
    await waitFor(() => expect(drawn).toEqual([{ width: 100, height: 200 }]));
  });

  test("stays as it was for whoever closes this before it is cut", async () => {
    const { onKeep, user, unmount } = await open();
    let finish = () => {};
    const asked = new Promise<void>((resolve) => {
      vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation((done) => {
        finish = () => done({ arrayBuffer: async () => CUT.slice().buffer } as Blob);
        resolve();
      });
    });
    await user.click(screen.getByRole("button", { name: "Giữ ảnh đã cắt" }));
    await asked;
    unmount();
    finish();
    await new Promise((resolve) => setTimeout(resolve));
    expect(onKeep).not.toHaveBeenCalled();
  });

  test("stays as it was where the phone cannot cut it, and says so", async () => {
    const { onKeep, user } = await open();
    vi.stubGlobal("createImageBitmap", async () => {
      throw new DOMException("no memory", "InvalidStateError");
    });
    await user.click(screen.getByRole("button", { name: "Giữ ảnh đã cắt" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Máy không cắt được ảnh này/);
    expect(onKeep).not.toHaveBeenCalled();
  });
});
