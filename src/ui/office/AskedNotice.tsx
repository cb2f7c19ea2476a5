import { useTranslation } from "react-i18next";
import type { Asked } from "../../phone/api/phone.ts";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { momentWords } from "../parts/words/when.ts";

/** Says where the ward could not be asked, and of when that is what is shown. Nothing while all is well. */
export function AskedNotice({ asked: { problem, at } }: { readonly asked: Asked<unknown> }) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { membership } = useHere();
  const { now } = usePhone();
  if (problem === null) return null;
  const why = problem === "unreachable" ? t("asked.unreachable") : t("asked.problem", { code: problem });
  return (
    <p className="trouble" role="status">
      {why}{" "}
      {at === null
        ? t("asked.never")
        : t("asked.old", { time: momentWords(common, at, now(membership?.ward)) })}
    </p>
  );
}
