import type { TFunction } from "i18next";
import type { AddressAnswer, Moved } from "../../../../domain/covenant/address-answer.ts";
import type { OwnAddress } from "../../../../domain/covenant/printed-addresses.ts";

/** What came of trying an address, as one tells it a colleague. */
export function answerWords(t: TFunction<"covenant">, { kind }: OwnAddress, answer: AddressAnswer): string {
  switch (answer.is) {
    case "right":
      return `${t(`addresses.right.${kind}`)}${movedWords(t, answer.moved)}`;
    case "opens":
      return `${t("addresses.opens")}${movedWords(t, answer.moved)}`;
    case "other":
      return `${t("addresses.other")}${movedWords(t, answer.moved)}`;
    case "empty":
      return t("addresses.empty");
    case "status":
      return t("addresses.status", { status: answer.status });
    default:
      return t(`addresses.unopened.${answer.is}`);
  }
}

function movedWords(t: TFunction<"covenant">, moved: Moved | null): string {
  return moved ? `, ${t("addresses.moved", { to: moved.to })}` : "";
}
