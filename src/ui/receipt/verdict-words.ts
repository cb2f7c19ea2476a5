import type { TFunction } from "i18next";
import { formatDate, formatTime } from "../../domain/words/vietnamese-format.ts";
import type { ReceiptCheck } from "../../phone/api/phone.ts";

/** What the check came to, in words: a sentence, what it means, and how it looks. */
export interface Verdict {
  readonly title: string;
  readonly text: string | null;
  readonly tone: "signed" | "refused" | "again";
}

/** Puts into words what is known of a receipt's signature. */
export function verdictOf(t: TFunction<"check">, check: ReceiptCheck, about: About): Verdict {
  const { signature, words, revokedAt, listedAt, asking, standing } = check;
  const { ward, now } = about;
  const time = words ? momentOf(words.at) : "";
  switch (signature) {
    case "good":
      if (!words) return { title: t("foreign"), text: t("foreignText"), tone: "again" };
      return {
        title: t(standing?.state === "unasked" ? "goodUnasked" : "good"),
        text: t("goodText", { ward, time }),
        tone: isOver(check) ? "again" : "signed",
      };
    case "changed":
      return { title: t("changed"), text: t("changedText"), tone: "refused" };
    case "cut":
      return { title: t("cut"), text: t("cutText"), tone: "again" };
    case "unknown-device": {
      if (asking) return { title: t("reading"), text: null, tone: "again" };
      const isOld = listedAt === null || now - listedAt > FRESH;
      const date = formatDate(listedAt ?? 0);
      return {
        title: t("unknownDevice"),
        text: isOld ? t("unknownDeviceOld", { ward, date }) : t("unknownDeviceText", { ward }),
        tone: "refused",
      };
    }
    case "unmet":
      if (asking) return { title: t("reading"), text: t("meeting"), tone: "again" };
      return { title: t("unmet"), text: t("unmetText"), tone: "again" };
    case "unknown-ward":
      return {
        title: t("unknownWard"),
        text: t("unknownWardText", { ward: words?.ward ?? "" }),
        tone: "refused",
      };
    case "wrong-ward-key":
      return { title: t("wrongKey"), text: t("wrongKeyText", { ward }), tone: "refused" };
    case "revoked": {
      const revoked = momentOf(revokedAt ?? 0);
      return { title: t("revoked"), text: t("revokedText", { ward, revoked, time }), tone: "refused" };
    }
    case "insecure":
      return { title: t("insecure"), text: t("insecureText"), tone: "again" };
    case "failed":
      return { title: t("failed"), text: t("failedText"), tone: "again" };
  }
}

/** What the ward says of it; null where it was not asked. */
export function standingWords(t: TFunction<"check">, { asking, standing }: ReceiptCheck): string | null {
  if (asking) return t("asking");
  if (!standing || standing.state === "unasked") return null;
  const { state, other, seq } = standing;
  return t(`standing.${state === "counts" && other ? "other" : state}`, { seq: seq ?? 0 });
}

/** `23/11/2026 18:30`. */
export function momentOf(seconds: number): string {
  return `${formatDate(seconds)} ${formatTime(seconds)}`;
}

interface About {
  /** Name of the ward that the receipt names. */
  readonly ward: string;
  /** Seconds. */
  readonly now: number;
}

/** Seconds: a list of devices that was fetched for this very receipt. */
const FRESH = 300;

function isOver({ standing }: ReceiptCheck): boolean {
  return standing?.state === "withdrawn" || standing?.state === "retracted";
}
