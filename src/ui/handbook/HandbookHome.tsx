import { BookOpen, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, useLocation } from "wouter";
import { isWithin } from "../../domain/ids.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { Chip } from "../parts/Chip.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Screen } from "../parts/Screen.tsx";
import { ForVolunteers } from "../welcome/ForVolunteers.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { reader as words } from "../text/vi/reader.ts";
import { handbookAddress, readWardAddress } from "./addresses.ts";
import { useEnd } from "./EndedArea.tsx";
import { NoHandbook } from "./NoHandbook.tsx";
import { useFetchedWard } from "./use-handbook.ts";
import "./HandbookHome.css";

/** `/so-tay/<ward>`: chooses a khu phố. `/so-tay` alone goes on to the ward used last, or to the door. */
export function HandbookHome() {
  const [path] = useLocation();
  const memberships = useLive("memberships");
  const named = readWardAddress(path);
  if (named !== null) {
    return <Areas key={named} slug={named} membership={memberships?.find(({ ward }) => ward === named)} />;
  }
  if (!memberships) return null;
  const last = memberships[0];
  return <Redirect replace to={last ? `/so-tay/${last.ward}` : "/"} />;
}

function Areas({ slug, membership }: { readonly slug: string; readonly membership: Membership | undefined }) {
  const { t } = useTranslation("handbook");
  const { view: ward, asked, askAgain } = useFetchedWard(slug);
  const memberships = useLive("memberships");
  if (!ward) return <NoHandbook ward={slug} looking={ward === undefined} asked={asked} askAgain={askAgain} />;
  return (
    <Screen title={t("choose")} subtitle={ward.name} demo={ward.demo}>
      {ward.books.length === 0 ? (
        <EmptyState icon={BookOpen} title={t("noneYet")} />
      ) : (
        <>
          <p className="quiet">{t("chooseText")}</p>
          <ul className="handbook-home">
            {ward.books.map((book) => (
              <Book key={book.area} ward={ward} book={book} own={isOwn(membership, book.area)} />
            ))}
          </ul>
        </>
      )}
      {/* With one ward alone this is the first page that anybody sees. */}
      {memberships?.every(({ device }) => device === null) && <ForVolunteers />}
    </Screen>
  );
}

function Book({
  ward,
  book: { area, title },
  own,
}: {
  readonly ward: WardView;
  readonly book: WardView["books"][number];
  readonly own: boolean;
}) {
  useApartWords("reader", words);
  const { t } = useTranslation("handbook");
  const end = useEnd(ward, area);
  return (
    <li>
      <Link href={handbookAddress(ward.slug, area)}>
        <span>
          <span className="handbook-home-area">
            {ward.areas.find(({ code }) => code === area)?.name ?? area}
          </span>
          <span lang="vi" className="quiet">
            {title}
          </span>
          {end && <span className="handbook-home-ended">{end.words}</span>}
        </span>
        {own && <Chip>{t("own")}</Chip>}
        <ChevronRight aria-hidden />
      </Link>
    </li>
  );
}

function isOwn(membership: Membership | undefined, book: string): boolean {
  return membership?.areas.some((area) => isWithin(area, book)) ?? false;
}
