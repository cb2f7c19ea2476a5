import type { TFunction } from "i18next";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";

/** What is wrong, as the rest of a sentence that begins with where it is. */
export function flawWords(t: TFunction<"covenant">, { code, what }: DraftFlaw): string {
  if (code === "out-of-order") {
    const [before = "", number = ""] = what.split(" ");
    return before === "0"
      ? t("flaws.outOfOrderFirst", { number })
      : t("flaws.outOfOrder", { before, number });
  }
  return t(`flaws.${WORDS[code]}`, { what });
}

/** Where it is: a field by its name, a line of the text, with the article that it is in. */
export function flawPlace(t: TFunction<"covenant">, { field, line, article }: DraftFlaw): string {
  if (line > 0) {
    const place = t("flaws.line", { line });
    return article === null ? place : `${place}, ${t("flaws.article", { number: article })}`;
  }
  const [list, at, part] = field.split(".");
  if (list === "text") return t("form.text");
  if (at === undefined) return t(`form.${list as FormField}`);
  const row = t(`${list as ListName}.row`, { number: Number(at) + 1 });
  return `${row}, ${partName(t, list as ListName, part ?? "")}`;
}

function partName(t: TFunction<"covenant">, list: ListName, part: string): string {
  switch (list) {
    case "decisions":
      return t(`decisions.${part as "title" | "number" | "date" | "authority" | "text"}`);
    case "contacts":
      return t(`contacts.${part as "office" | "name" | "phone"}`);
    case "opinions":
      return t(`opinions.${part as "article" | "text" | "answer"}`);
  }
}

type FormField = "edition" | "title" | "number" | "date" | "authority" | "inForce" | "introduction";
type ListName = "decisions" | "contacts" | "opinions";

const WORDS = {
  missing: "missing",
  "bad-date": "badDate",
  "too-long": "tooLong",
  "edition-taken": "editionTaken",
  "decision-used": "decisionUsed",
  "no-chapters": "noChapters",
  "empty-chapter": "emptyChapter",
  "article-outside-chapter": "articleOutsideChapter",
  "article-without-number": "articleWithoutNumber",
  "article-without-title": "articleWithoutTitle",
  "article-without-text": "articleWithoutText",
  "article-twice": "articleTwice",
  "text-outside-article": "textOutsideArticle",
  "heading-unread": "headingUnread",
  "in-force-early": "inForceEarly",
  "stray-opinion": "strayOpinion",
  "stray-item": "strayItem",
  "chapter-twice": "chapterTwice",
  "law-fee": "lawFee",
  "law-fine": "lawFine",
  "law-forced-giving": "lawForcedGiving",
  "law-forced-pledge": "lawForcedPledge",
  "law-shaming": "lawShaming",
  "law-private-data": "lawPrivateData",
} as const satisfies Record<Exclude<DraftFlaw["code"], "out-of-order">, string>;
