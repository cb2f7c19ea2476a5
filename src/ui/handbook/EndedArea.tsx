import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isWithin } from "../../domain/ids.ts";
import { heirArea } from "../../domain/ward/heir-area.ts";
import { endOf } from "../../domain/ward/open-areas.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { areaName } from "../parts/words/area-names.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { isoDate } from "../parts/words/when.ts";
import { handbookAddress } from "./addresses.ts";

/** Tells whoever reads the handbook of a khu phố that has ended, by its printed code perhaps, which one goes on with it. */
export function EndedArea({ view: { ward, area } }: { readonly view: Pick<HandbookView, "ward" | "area"> }) {
  const { t } = useTranslation("reader");
  const { now } = usePhone();
  const known = useLive("ward", ward.slug);
  const today = isoDate(now(ward.slug));
  const end = known && endOf(known.areas, area.code, today);
  if (!end) return null;
  const heir = heirArea(known.areas, area.code, today);
  const figures = { area: area.name, date: formatDate(end.to), into: areaName(known, heir ?? "") };
  return (
    <Card tone="again">
      <p>{t(heir === undefined ? "ended.none" : "ended.into", figures)}</p>
      {heir !== undefined && known.books.some((book) => isWithin(heir, book.area)) && (
        <ButtonLink icon={BookOpen} href={handbookAddress(ward.slug, heir)}>
          {t("ended.read", figures)}
        </ButtonLink>
      )}
    </Card>
  );
}
