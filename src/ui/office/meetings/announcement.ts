import type { TFunction } from "i18next";
import { startOfDay } from "../../../domain/household/status.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { lowerFirst } from "../../parts/words/letter-case.ts";
import { weekday } from "../../parts/words/when.ts";

type T = TFunction<"meetings">;

/** Words that say a meeting, of the texts that go out: Vietnamese, whatever the screen speaks. */
export interface Words {
  readonly t: T;
  readonly common: TFunction<"common">;
}

/** The message for Zalo: line by line, with the programme. */
export function zaloText(words: Words, meeting: Meeting, ward: WardView): string {
  const { t } = words;
  const { subject, place, programme, documents } = meeting;
  return [
    t("announce.heading"),
    "",
    t("announce.invite", { area: areaWords(t, meeting, ward), kind: kindWords(t, meeting) }),
    t("announce.subject", { subject }),
    t("announce.time", { time: timeWords(words, meeting) }),
    ...(place === "" ? [] : [t("announce.place", { place })]),
    ...(programme.length === 0 ? [] : [t("announce.programme"), ...programme.map(pointLine)]),
    ...(documents.length === 0 ? [] : [t("announce.documents", { documents: documents.join("; ") })]),
    "",
    t("announce.bring"),
    t("announce.thanks"),
  ].join("\n");
}

/** What is read over the loudspeaker: whole sentences, and once more when and where. */
export function spokenText(words: Words, meeting: Meeting, ward: WardView): string {
  const { t } = words;
  const place = meeting.place === "" ? "" : t("announce.spokenPlace", { place: meeting.place });
  const time = timeWords(words, meeting);
  return [
    t("announce.spoken", {
      area: areaWords(t, meeting, ward),
      kind: kindWords(t, meeting),
      subject: meeting.subject,
      time,
      place,
    }),
    t("announce.again", { time, place }),
    t("announce.spokenThanks"),
  ]
    .map((one) => one.trim())
    .join("\n\n");
}

/** '19 giờ 30, thứ Bảy, ngày 28/11/2026'. */
export function timeWords({ t, common }: Words, { date, time }: Pick<Meeting, "date" | "time">): string {
  const day = { weekday: weekday(common, startOfDay(date)), day: formatDate(date) };
  if (time === undefined) return t("announce.day", day);
  const [hour = "", minute = "00"] = time.split(":");
  const spoken = Number(hour);
  return t("announce.dayAndHour", {
    ...day,
    hour:
      minute === "00"
        ? t("announce.hour", { hour: spoken })
        : t("announce.hourAndMinute", { hour: spoken, minute }),
  });
}

/** 'Tổ 7 · Khu phố 2', or 'trong Phường 3'. */
export function areaWords(t: T, { area }: Pick<Meeting, "area">, ward: WardView): string {
  return area === ward.slug
    ? t("announce.wholeWard", { ward: ward.name })
    : placeTitle(ward, area).replaceAll(" · ", ", ");
}

/** 'hội nghị tổng kết'. */
export function kindWords(t: T, { kind }: Pick<Meeting, "kind">): string {
  return lowerFirst(t(`kinds.${kind}`));
}

function pointLine({ time, text }: Meeting["programme"][number]): string {
  return time === undefined ? `- ${text}` : `- ${time} ${text}`;
}
