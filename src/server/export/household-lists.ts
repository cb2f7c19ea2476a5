import type { Fact, Household, HouseholdRecord } from "../../domain/household-facts.ts";
import { mergedInto } from "../../domain/household/mergers.ts";
import { isDelivered, statusOf } from "../../domain/household/status.ts";
import { compareNumbers } from "../../domain/vietnamese.ts";
import { currentCampaign } from "../../domain/ward-facts.ts";
import type { Cell, List } from "../../domain/words/csv-file.ts";
import type { FoldedLog } from "./fold-log.ts";
import { createNaming, moment, momentOf, type Naming } from "./naming.ts";
import { ANSWERED, CHANNEL, ENDED, HOW, MEDIUM, OUTCOME, STATUS, wordOf, YES } from "./words.ts";

/** The lists whose every row is about a household: the households themselves, and what was said of them. */
export function householdLists(folded: FoldedLog): readonly List[] {
  const households = folded.households.filter(({ area }) => area !== null).toSorted(inOrderOfDoors);
  const all = { ...folded, households };
  const naming = createNaming(folded.ward);
  return [
    listHouseholds(all, naming),
    {
      file: "cam-ket.csv",
      headings: [...FACT, "Đợt", "Lần ban hành", "Đồng ý", "Không đồng ý", ...PLEDGE],
      rows: rowsOf(all, naming, pledgesOf, (one) => [
        one.campaign,
        one.edition,
        one.agreed.join(", "),
        one.declined.join(", "),
        wordOf(MEDIUM, one.medium),
        one.signer,
        one.relation,
        // With its folder: a digest alone may begin with a '-', and would be kept from being a formula by a '.
        one.photo === undefined ? undefined : `anh/${one.photo}`,
        YES(one.withdrawn),
      ]),
    },
    {
      file: "dong-y.csv",
      headings: [...FACT, "Đồng ý cho", "Bản lời hỏi", "Người đồng ý"],
      rows: rowsOf(all, naming, consentsOf, ({ purposes, version, by }) => [
        purposes.join(", "),
        version,
        by,
      ]),
    },
    {
      file: "phat-so.csv",
      headings: [...FACT, "Lần ban hành", "Cách phát"],
      rows: rowsOf(all, naming, deliveriesOf, ({ edition, how }) => [edition, wordOf(HOW, how)]),
    },
    {
      file: "lan-gap.csv",
      headings: [...FACT, "Kết quả", "Hẹn lại lúc", "Ghi chú"],
      rows: rowsOf(all, naming, visitsOf, ({ outcome, appointment, note }) => [
        wordOf(OUTCOME, outcome),
        appointment === undefined ? "" : moment(appointment),
        note,
      ]),
    },
    {
      file: "y-kien-ho.csv",
      headings: [
        ...FACT,
        "Điều",
        "Nêu ở đâu",
        "Nội dung",
        "Người nêu",
        "Chuyển đến",
        "Tình trạng",
        "Trả lời",
      ],
      rows: rowsOf(all, naming, opinionsOf, (one) => [
        one.article,
        wordOf(CHANNEL, one.channel),
        one.text,
        one.by,
        one.forwarded?.to,
        wordOf(ANSWERED, one.status),
        one.answer,
      ]),
    },
    {
      file: "di-hop.csv",
      headings: [...FACT, "Mã cuộc họp", "Có mặt"],
      rows: rowsOf(all, naming, attendancesOf, ({ body }) => [
        String(body["meeting"]),
        YES(body["present"] === true),
      ]),
    },
  ];
}

const HOUSEHOLD = ["Mã hộ", "Khu phố", "Tổ", "Số", "Chủ hộ"];
const FACT = [...HOUSEHOLD, "Lúc", "Số trong sổ", "Máy ghi"];
const PLEDGE = ["Hình thức", "Người ký", "Quan hệ", "Ảnh", "Đã rút"];
const STANDING = ["Địa chỉ", "Điện thoại", "Nhân khẩu", "Tình trạng", "Từ lúc", "Đã có sổ tay", "Đồng ý cho"];

function listHouseholds({ ward, households }: FoldedLog, naming: Naming): List {
  const campaign = currentCampaign(ward);
  return {
    file: "ho.csv",
    headings: [...HOUSEHOLD, ...STANDING, "Ghi chú", "Không còn là hộ riêng", "Đã xoá dữ liệu"],
    rows: households.map((household) => {
      const { word, at } = statusOf(household, campaign);
      return [
        ...doorOf(naming, household),
        household.address,
        household.phone,
        household.members,
        wordOf(STATUS, word),
        at === null ? "" : moment(at),
        YES(isDelivered(household, campaign)),
        household.purposes.join(", "),
        household.note,
        household.ended ? wordOf(ENDED, household.ended.how) : "",
        YES(household.erased),
      ];
    }),
  };
}

/** A row for each fact of each household: whose door, when and by whom it was said, and what it says. */
function rowsOf<Kind extends Fact>(
  { households }: FoldedLog,
  naming: Naming,
  factsOf: (household: Household) => readonly Kind[],
  cellsOf: (fact: Kind) => readonly Cell[],
): Cell[][] {
  // What was said of one that was merged stands with its heir.
  const apart = households.filter((household) => mergedInto(household) === null);
  return apart.flatMap((household) =>
    factsOf(household).map((fact) => [
      ...doorOf(naming, household),
      momentOf(fact),
      fact.seq,
      naming.device(fact.kid),
      ...cellsOf(fact),
    ]),
  );
}

function doorOf({ areas }: Naming, { id, area, number, head }: Household): Cell[] {
  return [id, ...areas(area ?? ""), number, head];
}

function inOrderOfDoors(a: Household, b: Household): number {
  return compareNumbers(a.area ?? "", b.area ?? "") || compareNumbers(a.number ?? "", b.number ?? "");
}

const pledgesOf = ({ pledges }: Household) => pledges;
const consentsOf = ({ consents }: Household) => consents;
const deliveriesOf = ({ deliveries }: Household) => deliveries;
const visitsOf = ({ visits }: Household) => visits;
const opinionsOf = ({ opinions }: Household) => opinions;
const attendancesOf = ({ records }: Household): readonly HouseholdRecord[] =>
  records.filter(({ type }) => type === "meeting.attended");
