import {
  countIn,
  stepOf,
  textIn,
  type AmendmentCase,
  type NewStep,
  type PostedText,
} from "../../../domain/amendment/amendment-case.ts";
import { attendanceOf, voteCount } from "../../../domain/amendment/count.ts";
import { postedUntil, proposalEnds } from "../../../domain/amendment/deadlines.ts";
import { formatDate, formatInteger, formatPercent } from "../../../domain/words/vietnamese-format.ts";
import { amendmentPapers as words } from "../../text/vi/amendment-papers.ts";
import type { Paper, PaperBlock, PaperSignature } from "../papers/administrative-paper.ts";
import type { PaperHead } from "../papers/paper-head.ts";

/** A paper of a change. */
export type PaperName = keyof typeof words.kind;

/** What a paper is made of. */
export interface PaperParts {
  /** Name of the khu phố. */
  readonly area: string;
  readonly file: AmendmentCase;
  readonly said: NewStep;
  readonly head: PaperHead;
}

/** What stands around each paper until somebody types otherwise: the khu phố's own, but for the letter that sends the decision. */
export function usualHead(name: PaperName, ward: string, area: string): Partial<PaperHead> {
  const { heads, numbers } = words;
  if (name === "sending")
    return {
      organisation: heads.wardOffice(ward).toLocaleUpperCase("vi"),
      number: numbers.sending,
      authority: "",
      position: heads.wardPosition,
      recipients: heads.sendingRecipients,
    };
  return {
    parent: heads.parent(ward),
    organisation: area.toLocaleUpperCase("vi"),
    number: numbers[name],
    authority: "",
    position: heads.position,
    recipients: heads.recipients(ward),
  };
}

/** One of a change's papers, from what the file and the step say. Vietnamese alone. */
export function amendmentPaper(name: PaperName, parts: PaperParts): Paper {
  const what = words.what[parts.file.kind](parts.area);
  const signatures = signaturesOf(name, parts);
  return {
    head: parts.head,
    kind: words.kind[name],
    abstract: words.abstract[name](what),
    blocks: BLOCKS[name](parts, what),
    ...(signatures ? { signatures } : {}),
  };
}

type Blocks = (parts: PaperParts, what: string) => readonly PaperBlock[];

const BLOCKS: Readonly<Record<PaperName, Blocks>> = {
  proposal({ area, file, said }, what) {
    const { by } = said.figures;
    const date = formatDate(said.date);
    const lead =
      by === "citizens"
        ? words.proposal.byCitizens(area, date, shown(said, "supporters"), shown(said, "households"))
        : words.proposal.byHead(area, date);
    const ends = by === "citizens" ? proposalEnds(file) : null;
    return texts(
      words.basis,
      lead,
      about(file),
      words.proposal.ask(what),
      ends === null ? "" : words.proposal.valid(formatDate(ends)),
    );
  },
  posting({ area, file, said }) {
    const until = postedUntil(file) ?? said.date;
    return [
      ...texts(
        words.basis,
        words.posting.lead(area, formatDate(said.date), formatDate(until)),
        about(file),
        words.posting.ask,
        words.posting.draft,
      ),
      ...draftBlocks(said.draft),
    ];
  },
  opinions({ file, said }) {
    const { lead, head, app, door, meeting, sum } = words.opinions;
    const counts = ["app", "door", "meeting"].map((one) => countIn(said.figures, one) ?? 0);
    const labels = [app, door, meeting];
    const from = stepOf(file, "posting")?.date ?? said.date;
    const all = counts.reduce((total, one) => total + one, 0);
    const rows = [
      ...labels.map((label, at) => [label, formatInteger(counts[at] ?? 0)]),
      [sum, formatInteger(all)],
    ];
    return [
      ...texts(about(file), lead(formatDate(from), formatDate(said.date))),
      { widths: [3, 1], head, rows },
      ...texts(said.personal["note"] ?? ""),
    ];
  },
  notice({ area, file, said: { figures } }, what) {
    const { lead, time, place, clusters, subject, quorum, money } = words.notice;
    const many = countIn(figures, "clusters") ?? 1;
    const where = textIn(figures, "place");
    return texts(
      lead(area),
      time(textIn(figures, "time"), formatDate(textIn(figures, "meetingDate"))),
      where === "" ? "" : place(where),
      many > 1 ? clusters(many) : "",
      subject(what),
      about(file),
      quorum,
      file.money ? money : "",
    );
  },
  minutes: minutesBlocks,
  ballot({ file }, what) {
    const { household, house, question, agree, against, other, note } = words.ballot;
    return texts(household, house, question(what), about(file), agree, against, other, note);
  },
  count({ file, said }) {
    const { lead, team, head, alone, result } = words.count;
    const attendance = attendanceOf(file);
    const households = attendance?.households ?? 0;
    const rows = (["handedOut", "returned", "invalid", "agreed", "against"] as const).map((one) => [
      words.count[one],
      shown(said, one),
    ]);
    const votes = voteCount(file);
    return [
      ...texts(
        about(file),
        lead(formatDate(said.date), formatDate(attendance?.date ?? said.date)),
        team(shown(said, "team"), shown(said, "witnesses")),
      ),
      { widths: [3, 1], head, rows: [[words.count.households, formatInteger(households)], ...rows] },
      ...texts(
        alone,
        votes
          ? result(
              formatInteger(votes.agreed),
              formatInteger(households),
              formatPercent(votes.agreed, households),
              votes.adopted,
            )
          : "",
      ),
    ];
  },
  request({ area, file, said }, what) {
    const { to, lead, ask, enclosed } = words.request;
    const votes = voteCount(file);
    return texts(
      to(textIn(said.figures, "to")),
      words.basis,
      votes
        ? lead(
            area,
            formatDate(votes.date),
            formatInteger(votes.agreed),
            formatInteger(votes.households),
            formatPercent(votes.agreed, votes.households),
          )
        : "",
      about(file),
      ask(what),
      enclosed,
    );
  },
  sending({ file }, what) {
    const decision = stepOf(file, "decision");
    const { lead, ask } = words.sending;
    if (!decision) return texts(ask);
    const { date, figures } = decision;
    return texts(
      lead(formatDate(date), textIn(figures, "authority"), textIn(figures, "number"), what),
      about(file),
      ask,
    );
  },
};

/** What the minutes hold by law: time, households, what was discussed, form, result, what was decided. */
function minutesBlocks({ file, said }: PaperParts, what: string): readonly PaperBlock[] {
  const { minutes } = words;
  const attendance = attendanceOf(file);
  const { households = 0, present = 0, needed = 0, hasQuorum = false, date = said.date } = attendance ?? {};
  const notice = stepOf(file, "notice")?.figures ?? {};
  const counted = stepOf(file, "result") ?? stepOf(file, "ballots");
  const votes = voteCount(file);
  const name = (one: string) => said.personal[one]?.trim() || minutes.blank;
  const form =
    counted?.step === "ballots"
      ? minutes.ballots
      : counted?.figures["form"] === "secret"
        ? minutes.secret
        : minutes.hands;
  return texts(
    minutes.time(formatDate(date), textIn(notice, "time"), textIn(notice, "place")),
    minutes.attendance(
      formatInteger(households),
      formatInteger(present),
      formatInteger(households - present),
    ),
    minutes.quorum(formatInteger(needed), hasQuorum),
    minutes.people(name("chair"), name("secretary")),
    minutes.discussed([file.title, said.personal["discussed"] ?? ""].filter((one) => one !== "").join(". ")),
    counted ? minutes.form(form) : "",
    votes && counted
      ? minutes.result(
          formatInteger(votes.agreed),
          shown(counted, "against"),
          formatInteger(households),
          formatPercent(votes.agreed, households),
        )
      : minutes.noResult,
    votes ? (votes.adopted ? minutes.adopted(what) : minutes.notAdopted(what)) : minutes.undecided(what),
    minutes.end,
  );
}

function signaturesOf(name: PaperName, { said }: PaperParts): readonly PaperSignature[] | null {
  const { signatures } = words;
  if (name === "minutes")
    return (["chair", "frontHead", "firstHousehold", "secondHousehold"] as const).map((one) => ({
      position: signatures[one],
      name: said.personal[one] ?? "",
    }));
  if (name === "count")
    return [
      { position: signatures.teamHead, name: "" },
      { position: signatures.chair, name: "" },
      { position: signatures.firstHousehold, name: "" },
      { position: signatures.secondHousehold, name: "" },
    ];
  if (name === "ballot")
    return [
      { position: "", name: "" },
      { position: signatures.household, name: "" },
    ];
  return null;
}

function draftBlocks(draft: PostedText | null): readonly PaperBlock[] {
  return (draft?.chapters ?? []).flatMap(({ title, articles }) =>
    texts(
      title.toLocaleUpperCase("vi"),
      ...articles.flatMap(({ number, title: name, text }) => [
        words.article(number, name),
        ...text.split(/\n+/),
      ]),
    ),
  );
}

function about({ title }: AmendmentCase): string {
  return title === "" ? "" : words.about(title.replace(/[.\s]+$/, ""));
}

function shown({ figures }: NewStep, name: string): string {
  return formatInteger(countIn(figures, name) ?? 0);
}

function texts(...all: readonly string[]): PaperBlock[] {
  return all.filter((text) => text.trim() !== "").map((text) => ({ text }));
}
