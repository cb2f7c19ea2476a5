import type { typed as vi } from "../vi/typed.ts";
import type { Words } from "../words.ts";

export const typed: Words<typeof vi> = {
  name: "The signer types their own name",
  hint: "For whoever cannot draw a signature. The record says that the name was typed, not drawn by hand.",
  stands: "In the box stands the typed name: {{name}}.",
  noLetters: "Please type letters.",
};
