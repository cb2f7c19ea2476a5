import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { households as words } from "../../text/vi/households.ts";
import type { SectionProps } from "../section-props.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import { AlikeNow } from "./AlikeNow.tsx";
import { DoublesPage } from "./DoublesPage.tsx";
import { HouseholdTable } from "./HouseholdTable.tsx";
import { ImportPage } from "./ImportPage.tsx";
import { MoveOut } from "./MoveOut.tsx";
import type { PartProps } from "./part-props.ts";
import "./HouseholdsPage.css";

/** `/phuong/ho-dan`: all households of the ward; below it a list is taken from a file, and doubles are found. */
export function HouseholdsPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("households", words);
  const { t } = useTranslation("households");
  const [path] = useLocation();
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const part = PARTS.find(({ slug }) => slug === (path.split("/")[3] ?? "")) ?? PARTS[0];
  if (!rows || !sending) return null;
  return (
    <>
      <nav className="households-parts office-noprint" aria-label={t("pages")}>
        {PARTS.map(({ slug, word }) => (
          <Link
            key={slug}
            href={slug === "" ? ADDRESS : `${ADDRESS}/${slug}`}
            aria-current={slug === part.slug ? "page" : undefined}
          >
            {t(word)}
          </Link>
        ))}
      </nav>
      {/* Beside a part of the list a file would bring all others as new. */}
      {sending.whole ? <part.Part ward={ward} rows={rows} /> : <StillLoading sending={sending} />}
    </>
  );
}

const ADDRESS = "/phuong/ho-dan";
const PARTS = [
  { slug: "", word: "list", Part: HouseholdList },
  { slug: "nhap", word: "import", Part: ImportPage },
  { slug: "trung", word: "doubles", Part: DoublesPage },
] as const;

/** All households, above them those that stand in no present tổ. */
function HouseholdList(props: PartProps) {
  return (
    <>
      <MoveOut {...props} />
      <AlikeNow {...props} />
      <HouseholdTable {...props} />
    </>
  );
}
