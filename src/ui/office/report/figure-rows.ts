import type { TFunction } from "i18next";
import { covenantDecisions } from "../../../domain/covenant/covenant-standing.ts";
import type { FigureLine } from "../../../domain/report/figure.ts";
import { commendationsIn } from "../../../domain/ward/commendations.ts";
import { expensesIn, giftsIn, quantityWords } from "../../../domain/ward/works.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName, placeTitle } from "../../parts/words/area-names.ts";
import { householdName } from "../../parts/words/household-names.ts";
import type { Known } from "./use-report.ts";

/** A record behind a figure: what it is, where it stands, and where the app shows it. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly href: string;
  readonly amount: number;
}

interface Words {
  readonly t: TFunction<"report">;
  readonly common: TFunction<"common">;
  readonly numbers: Numbers;
}

/** Tells of each record behind a figure, in its order. */
export function figureRows(
  { t, common, numbers }: Words,
  known: Known,
  lines: readonly FigureLine[],
): readonly FigureRow[] {
  const { ward, rows, opinions, meetings } = known;
  const praised = new Map(commendationsIn(ward.records, rows).map((one) => [one.jti, one]));
  const households = new Map(rows.map((row) => [row.id, row]));
  const gifts = new Map(giftsIn(ward.records, rows).map((gift) => [gift.jti, gift]));
  const expenses = new Map(expensesIn(ward.records).map((one) => [one.jti, one]));
  const cases = new Map(opinions.map((one) => [one.jti, one]));
  const decisions = new Map(covenantDecisions(ward.records).map((one) => [one.jti, one]));
  const editions = new Map(ward.editions.map((one) => [one.jti, one]));

  return lines.map(({ of, id, place, amount }) => ({
    id,
    amount,
    place: placeOf(place),
    ...told(of, id, place),
  }));

  function told(of: FigureLine["of"], id: string, place: string): Pick<FigureRow, "name" | "href"> {
    switch (of) {
      case "household": {
        const row = households.get(id);
        return { name: row ? householdName(common, row) : id, href: `/ho/${id}` };
      }
      case "area":
        return { name: areaName(ward, id), href: "/phuong" };
      case "covenant": {
        const edition = editions.get(id);
        if (!edition) return { name: id, href: "/phuong/so-tay" };
        const { title, recognition } = edition;
        const by = { number: recognition.number, date: formatDate(recognition.date) };
        return {
          name: t("rows.covenant", { title, edition: edition.edition, ...by }),
          href: "/phuong/so-tay",
        };
      }
      case "decision": {
        const one = decisions.get(id);
        const words = one && { number: one.number, date: formatDate(one.date) };
        return { name: words ? t("rows.decision", words) : id, href: "/phuong/sua-doi" };
      }
      case "gift": {
        const gift = gifts.get(id);
        const words = gift && {
          what: quantityWords(gift, numbers),
          work: gift.work,
          on: formatDate(gift.on),
        };
        return { name: words ? t("rows.gift", words) : id, href: "/phuong/dong-gop" };
      }
      case "expense": {
        const expense = expenses.get(id);
        return {
          name: expense ? t("rows.expense", { work: expense.work, on: formatDate(expense.on) }) : id,
          href: "/phuong/dong-gop",
        };
      }
      case "opinion":
        return { name: cases.get(id)?.text ?? t("rows.erased"), href: "/phuong/y-kien" };
      case "indicator":
        return { name: t("rows.indicator"), href: "/phuong/chi-tieu" };
      case "meeting": {
        const meeting = meetings.find((one) => one.id === id);
        const name = meeting && t("rows.meeting", { subject: meeting.subject, on: formatDate(meeting.date) });
        return { name: name ?? id, href: "/phuong/hop" };
      }
      case "commendation": {
        const one = praised.get(id);
        const row = households.get(place);
        const who = row ? householdName(common, row) : (one?.group ?? placeName(ward, place));
        return {
          name: t("rows.commendation", { who, on: formatDate(one?.on ?? "") }),
          href: "/phuong/khen-thuong",
        };
      }
    }
  }

  function placeOf(place: string): string {
    const area = households.get(place)?.area ?? place;
    return placeName(ward, area);
  }
}

function placeName(ward: WardView, place: string): string {
  return place === ward.slug ? ward.name : placeTitle(ward, place);
}
