import type { Attendance } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { formatInteger, formatPercent } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import type { Paper, PaperBlock } from "../papers/administrative-paper.ts";
import type { PaperHead } from "../papers/paper-head.ts";
import { areaWords, kindWords, timeWords, type Words } from "./announcement.ts";

/** What a meeting's paper is made of. */
interface Subject {
  readonly ward: WardView;
  readonly meeting: Meeting;
  readonly head: PaperHead;
  readonly attendance: Attendance;
}

/** The invitation: to whom, what about, when and where, the programme. */
export function invitationPaper(words: Words, { ward, meeting, head }: Subject): Paper {
  const { t } = words;
  const { subject, place, documents } = meeting;
  const names = meeting.invited.map(({ organisation }) => organisation);
  const all = [...names, t("paper.inviteAll", { area: areaWords(t, meeting, ward) })].join("; ");
  return {
    head,
    kind: t("paper.kinds.invitation"),
    abstract: t(`kinds.${meeting.kind}`),
    blocks: [
      { text: t("paper.inviteTo", { names: all }) },
      {
        text: t("paper.inviteLead", {
          organisation: head.organisation.split("\n").at(-1) ?? "",
          kind: kindWords(t, meeting),
          subject,
        }),
      },
      { text: t("paper.time", { time: timeWords(words, meeting) }) },
      { text: t("paper.place", { place: place === "" ? t("paper.empty") : place }) },
      ...(meeting.programme.length === 0
        ? []
        : [{ text: t("paper.programme") }, programmeTable(words, meeting)]),
      ...(documents.length === 0
        ? []
        : [{ text: t("paper.documents", { documents: documents.join("; ") }) }]),
      { text: t("paper.inviteEnd") },
    ],
  };
}

/** The minutes, with all that the law asks of them: time, households in all, present and absent, what was discussed and decided. */
export function minutesPaper(words: Words, { ward, meeting, head, attendance }: Subject): Paper {
  const { t } = words;
  const { all, present, from } = attendance;
  const empty = t("paper.empty");
  const { minutes = empty, conclusions = empty, chair, secretary, place } = meeting;
  const isCounted = from !== null && present <= all;
  return {
    // Who led it signs, not who signs the ward's letters.
    head: { ...head, authority: "", position: t("paper.position"), signer: chair ?? "" },
    kind: t("paper.kinds.minutes"),
    abstract: `${t(`kinds.${meeting.kind}`)}: ${meeting.subject}`,
    blocks: [
      { text: t("paper.held", { time: timeWords(words, meeting) }) },
      {
        text: t("paper.heldAt", {
          place: `${place === "" ? empty : place} (${areaWords(t, meeting, ward)})`,
        }),
      },
      { text: t("paper.chair", { name: chair ?? empty }) },
      { text: t("paper.secretary", { name: secretary ?? empty }) },
      {
        text: t("paper.households", {
          all: formatInteger(all),
          present: isCounted ? formatInteger(present) : empty,
          share: isCounted ? formatPercent(present, all) : empty,
          absent: isCounted ? formatInteger(all - present) : empty,
        }),
      },
      ...(meeting.invited.length === 0
        ? []
        : [
            {
              text: t("paper.invited", {
                names: meeting.invited.map(({ organisation }) => organisation).join("; "),
              }),
            },
          ]),
      ...(meeting.programme.length === 0
        ? []
        : [{ text: t("paper.points") }, programmeTable(words, meeting)]),
      { text: t("paper.minutesLead") },
      ...paragraphs(minutes),
      { text: t("paper.conclusionsLead") },
      ...paragraphs(conclusions),
      { text: t("paper.end") },
      { text: t("paper.signSecretary", { name: secretary ?? empty }) },
    ],
  };
}

function programmeTable({ t }: Words, { programme }: Meeting): PaperBlock {
  return {
    widths: [1, 5],
    head: [t("paper.columns.hour"), t("paper.columns.point")],
    rows: programme.map(({ time = "", text }) => [time, text]),
  };
}

function paragraphs(text: string): PaperBlock[] {
  return text
    .split("\n")
    .filter((one) => one.trim() !== "")
    .map((one) => ({ text: one.trim() }));
}
