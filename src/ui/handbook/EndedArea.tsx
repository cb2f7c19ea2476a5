import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isWithin } from "../../domain/ids.ts";
import { heirArea } from "../../domain/ward/heir-area.ts";
import { endOf } from "../../domain/ward/open-areas.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView, WardView } from "../../phone/api/phone.ts";
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
  const known = useLive("ward", ward.slug);
  const end = useEnd(known, area.code);
  if (!end || !known) return null;
  const { heir, words } = end;
  return (
    <Card tone="again">
      <p>{words}</p>
      {heir !== undefined && known.books.some((book) => isWithin(heir, book.area)) && (
        <ButtonLink icon={BookOpen} href={handbookAddress(ward.slug, heir)}>
          {t("ended.read", { into: areaName(known, heir) })}
        </ButtonLink>
      )}
    </Card>
  );
}

/** That a khu phố has ended, in words, and the code of the one that goes on with it; null as long as it is there. */
export function useEnd(ward: WardView | null | undefined, code: string) {
  const { t } = useTranslation("reader");
  const { now } = usePhone();
  if (!ward) return null;
  const today = isoDate(now(ward.slug));
  const end = endOf(ward.areas, code, today);
  if (!end) return null;
  const heir = heirArea(ward.areas, code, today);
  const figures = { area: areaName(ward, code), date: formatDate(end.to), into: areaName(ward, heir ?? "") };
  return { heir, words: t(heir === undefined ? "ended.none" : "ended.into", figures) };
}
