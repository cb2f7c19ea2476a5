import type { crop as vi } from "../vi/crop.ts";
import type { Words } from "../words.ts";

export const crop: Words<typeof vi> = {
  title: "Crop and straighten the photo",
  text: "Pull the four dots onto the corners of the paper. By keyboard: choose a corner, then press the arrow keys.",
  corners: {
    topLeft: "Top left corner",
    topRight: "Top right corner",
    bottomRight: "Bottom right corner",
    bottomLeft: "Bottom left corner",
  },
  save: "Keep the cropped photo",
  turn: "Turn the photo",
  failed: "This phone could not crop the photo. The old one is still there.",
};
