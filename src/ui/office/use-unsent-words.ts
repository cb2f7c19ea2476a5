import { useTranslation } from "react-i18next";
import type { Unsent } from "../../phone/api/phone.ts";
import { dayWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";

/** How what waits on a device is said: 'còn 12 bản ghi và 3 ảnh chưa gửi, từ 27/11'. `now` in seconds. */
export function useUnsentWords(
  now: number,
): (key: "device.unsent" | "device.unsentText", unsent: Unsent) => string {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const numbers = useNumbers();

  function whatOf({ statements, photos }: Unsent): string {
    const count = (some: number) => ({ count: some, number: numbers.integer(some) });
    const records = t("device.waits.records", count(statements));
    if (photos === 0) return records;
    const images = t("device.waits.photos", count(photos));
    return statements === 0 ? images : t("device.waits.both", { records, photos: images });
  }

  return (key, unsent) => t(key, { what: whatOf(unsent), day: dayWords(common, unsent.since, now) });
}
