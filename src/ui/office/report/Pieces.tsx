import { createElement, Fragment } from "react";
import { Link } from "wouter";
import type { Piece } from "../../../domain/report/blocks.ts";

/** Pieces of a text, its figures as links to their lists. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const drawn = pieces.map((piece) =>
    typeof piece === "string"
      ? piece
      : createElement(Link, { href: piece.figure.list, className: "report-figure" }, piece.text),
  );
  // Said one after the other, so that none needs a key: two of them may be the same.
  return createElement(Fragment, null, ...drawn);
}
