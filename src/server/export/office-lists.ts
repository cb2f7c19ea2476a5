import { STEPS, type AmendmentCase, type TakenStep } from "../../domain/amendment/amendment-case.ts";
import { stateOf } from "../../domain/amendment/count.ts";
import { amendmentsIn } from "../../domain/amendment/fold-amendments.ts";
import { formerConsents, formerItems } from "../../domain/campaign/campaign-words.ts";
import { covenantDecisions } from "../../domain/covenant/covenant-standing.ts";
import { mergedInto } from "../../domain/household/mergers.ts";
import { requestsIn } from "../../domain/matters/data-requests.ts";
import type { CampaignConsent, CampaignItem, WardRecord } from "../../domain/ward-facts.ts";
import { commendationsIn } from "../../domain/ward/commendations.ts";
import type { Cell, List } from "../../domain/words/csv-file.ts";
import type { FoldedLog } from "./fold-log.ts";
import { createNaming, moment, momentOf, type Naming } from "./naming.ts";
import * as words from "./words.ts";

/** What the office keeps of its own work: covenants and their changes, decisions, campaigns, stock, praise, spending, requests, who goes where. */
export function officeLists(folded: FoldedLog): readonly List[] {
  const { ward } = folded;
  const naming = createNaming(ward);
  const said = (one: Pick<WardRecord, "at" | "approximate" | "seq" | "kid">): Cell[] => [
    momentOf(one),
    one.seq,
    naming.device(one.kid),
  ];
  const apart = folded.households.filter((household) => mergedInto(household) === null);
  const facts = factsOf(folded);
  return [
    {
      file: "quy-uoc.csv",
      headings: [
        ...SAID,
        "Khu phố",
        "Tổ",
        "Lần ban hành",
        "Tên",
        ...RECOGNITION,
        "Hiệu lực từ",
        "Hồ sơ sửa đổi",
      ],
      rows: ward.covenants.map((one) => [
        ...said(one),
        ...naming.areas(one.area),
        one.edition,
        one.title,
        ...recognition(one.recognition),
        one.inForce,
        one.amendment,
      ]),
    },
    {
      file: "sua-doi.csv",
      headings: [...AMENDMENT, ...SAID, "Bước", "Ngày", "Được tính", "Số liệu", "Lời ghi"],
      rows: amendmentsIn(ward.amendments).flatMap((file) => stepRows(file, naming, said)),
    },
    {
      file: "tam-ngung-bai-bo.csv",
      headings: [...SAID, "Khu phố", "Tổ", "Quyết định", "Điều", ...RECOGNITION, "Hiệu lực từ", "Lý do"],
      rows: covenantDecisions(ward.records).map((one) => [
        ...said(one),
        ...naming.areas(one.area),
        words.wordOf(words.COVENANT_OUTCOME, one.outcome),
        one.articles.length === 0 ? "Toàn bộ" : one.articles.join(", "),
        ...recognition(one),
        one.from,
        one.grounds,
      ]),
    },
    {
      file: "dot-cam-ket.csv",
      headings: [
        ...SAID,
        "Mã đợt",
        "Tên",
        "Từ ngày",
        "Đến ngày",
        "Tình trạng",
        "Lần ban hành",
        "Mục cam kết",
        "Hỏi đồng ý",
        "Mục cam kết trước đây",
        "Hỏi đồng ý trước đây",
      ],
      rows: ward.campaigns.map((one) => [
        ...said(one),
        one.id,
        one.title,
        one.from,
        one.to,
        one.closed ? "Đã kết thúc" : "Đang mở",
        listed(Object.entries(one.editions).map(([area, edition]) => `${area}: ${edition}`)),
        listed(one.items.map(itemWords)),
        purposeWords(one.consent),
        // What a household signed is read by these.
        listed(formerItems(one).map(({ words: item, until }) => `${itemWords(item)}, đến ${moment(until)}`)),
        listed(
          formerConsents(one).map(
            ({ words: asked, until }) => `bản ${asked.version}: ${purposeWords(asked)}, đến ${moment(until)}`,
          ),
        ),
      ]),
    },
    {
      file: "kho-so-tay.csv",
      headings: [...SAID, "Nơi nhận", "Lần ban hành", "Số cuốn"],
      rows: ward.records
        .filter(({ type }) => type === "handbook.stocked")
        .map((one) => [
          ...said(one),
          placeOf(one.sub),
          toCell(one.body["edition"]),
          toCell(one.body["copies"]),
        ]),
    },
    {
      file: "khen-thuong.csv",
      headings: [
        ...SAID,
        "Về",
        "Nơi",
        "Tình trạng",
        "Cấp",
        "Kỳ",
        "Ngày",
        "Số quyết định",
        "Tập thể",
        "Tên được nêu",
        "Về việc",
      ],
      rows: commendationsIn(ward.records, apart).map((one) => [
        ...factCells(one.jti),
        one.place,
        placeOf(one.place),
        words.wordOf(words.PRAISE_STAGE, one.stage),
        words.wordOf(words.PRAISE_LEVEL, one.level),
        one.period,
        one.on,
        one.decision,
        one.group,
        one.name,
        one.reason,
      ]),
    },
    {
      file: "chi.csv",
      headings: [...SAID, "Về", "Ngày", "Số tiền (đồng)", "Dùng cho"],
      rows: ward.records
        .filter(({ type }) => type === "spending.recorded")
        .map((one) => [
          ...said(one),
          one.sub,
          ...["on", "amount", "for"].map((name) => toCell(one.body[name])),
        ]),
    },
    {
      file: "yeu-cau-du-lieu.csv",
      headings: [
        ...SAID,
        "Mã hộ",
        "Yêu cầu",
        "Đến bằng",
        "Lời của hộ",
        "Trả lời",
        "Trả lời lúc",
        "Lời trả lời",
      ],
      rows: apart.flatMap(({ id, records }) =>
        requestsIn(records).map((one) => [
          ...said(one),
          id,
          words.wordOf(words.REQUEST, one.kind),
          words.wordOf(words.REQUEST_CHANNEL, one.channel),
          one.text,
          words.wordOf(words.REQUEST_OUTCOME, one.answer?.outcome),
          one.answer ? moment(one.answer.at) : "",
          one.answer?.text,
        ]),
      ),
    },
    {
      file: "phan-cong.csv",
      headings: [...SAID, "Nơi", "Người", "Từ ngày", "Đến ngày"],
      rows: [...facts.values()]
        .filter(({ type }) => type === "round.assigned")
        .map((one) => [
          ...said(one),
          one.sub,
          naming.person(String(one.body["person"])),
          ...["from", "to"].map((name) => toCell(one.body[name])),
        ]),
    },
  ];

  function factCells(jti: string): Cell[] {
    const fact = facts.get(jti);
    return fact ? said(fact) : ["", "", ""];
  }

  function placeOf(code: string): string {
    return code === ward.slug ? ward.name : naming.areas(code).filter(Boolean).join(", ");
  }
}

const SAID = ["Lúc", "Số trong sổ", "Máy ghi"];
const RECOGNITION = ["Số quyết định", "Ngày quyết định", "Cơ quan quyết định"];
const AMENDMENT = ["Mã hồ sơ", "Khu phố", "Tổ", "Về việc", "Loại", "Có khoản đóng góp", "Tình trạng"];

/** The opening of a file, then each step that was recorded, also those that do not count any more, in the order of their days. */
function stepRows(
  file: AmendmentCase,
  { areas }: Naming,
  said: (one: Pick<WardRecord, "at" | "approximate" | "seq" | "kid">) => Cell[],
): Cell[][] {
  const head: Cell[] = [
    file.id,
    ...areas(file.area),
    file.title,
    words.wordOf(words.AMENDMENT_KIND, file.kind),
    words.YES(file.money),
    words.wordOf(words.AMENDMENT_STATE, stateOf(file)),
  ];
  const steps: readonly (readonly [TakenStep, string])[] = [
    ...file.steps.map((one) => [one, "Có"] as const),
    ...file.past.map((one) => [one, "Đã làm lại"] as const),
    ...file.disputed.map(({ taken }) => [taken, "Không đúng luật"] as const),
  ];
  const ordered = steps.toSorted(([a], [b]) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : STEPS.indexOf(a.step) - STEPS.indexOf(b.step),
  );
  return [
    // What opened it stands in the log by its own number.
    [...head, moment(file.at), "", "", "Mở hồ sơ", "", "", "", ""],
    ...ordered.map(([one, counts]) => [
      ...head,
      ...said(one),
      words.wordOf(words.AMENDMENT_STEP, one.step),
      one.date,
      counts,
      pairs(one.figures),
      pairs(one.personal),
    ]),
  ];
}

/** All that was said of the ward and of its households, by id. */
function factsOf({ ward, households }: FoldedLog): ReadonlyMap<string, WardRecord> {
  const ofHouseholds = households.flatMap(({ id, records }) =>
    records.map((record): WardRecord => ({ ...record, sub: record.sub === "" ? id : record.sub })),
  );
  return new Map([...ward.records, ...ofHouseholds].map((one) => [one.jti, one]));
}

function recognition(one: {
  readonly number: string;
  readonly date: string;
  readonly authority: string;
}): Cell[] {
  return [one.number, one.date, one.authority];
}

function itemWords({ id, text, article }: CampaignItem): string {
  return `${id}: ${text} (Điều ${article})`;
}

function purposeWords({ purposes }: CampaignConsent): string {
  return listed(purposes.map(({ id, text }) => `${id}: ${text}`));
}

function pairs(fields: Readonly<Record<string, unknown>>): string {
  return listed(
    Object.entries(fields).map(
      ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
    ),
  );
}

function listed(parts: readonly string[]): string {
  return parts.join("; ");
}

function toCell(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" ? value : "";
}
