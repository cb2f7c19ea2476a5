import { useTranslation } from "react-i18next";
import type { Halt } from "../../domain/covenant/covenant-standing.ts";
import { haltsOfPledge } from "../../domain/covenant/halts.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { haltSentence } from "../handbook/chapters/halt-words.ts";
import { DrumStar } from "../parts/DrumStar.tsx";

/** The cover: whose handbook, which edition, and whether all of its covenant was suspended or abolished. */
export function CoverPage({ view }: { readonly view: HandbookView }) {
  const { ward, area, covenant, handbook, halts = [] } = view;
  const { t: words } = useTranslation("handbook");
  const { t } = useTranslation(["handbook", "common"]);
  const edition = String(handbook?.edition ?? covenant.edition);
  return (
    <>
      <p>{t("publisher", { ward: ward.name })}</p>
      <div className="leaf-star">
        <DrumStar />
      </div>
      <p className="leaf-title">{t("coverTitle")}</p>
      <p className="leaf-area">{area.name}</p>
      <p>
        {/^\d{1,3}$/.test(edition) ? t("edition", { edition }) : t("editionNamed", { edition })} ·{" "}
        {t("inForce", { date: formatDate(covenant.inForce) })}
      </p>
      {halts
        .filter(({ articles }) => articles.length === 0)
        .map((halt) => (
          <p key={halt.by.jti}>
            <strong>{haltSentence(words, halt)}</strong>
          </p>
        ))}
      {ward.demo && <p>{t("common:demoLong")}</p>}
    </>
  );
}

/** The pledge, to be filled in by hand; with what of the covenant does not hold, as far as it is about that. */
export function PledgePage({ campaign, halts }: PledgePageProps) {
  const { t: words } = useTranslation("handbook");
  const { t } = useTranslation("booklet");
  const halted = haltsOfPledge(halts, campaign.items);
  return (
    <>
      <h2>{t("pledge")}</h2>
      {halted.length > 0 && (
        <p>
          <strong>{halted.map((halt) => haltSentence(words, halt, { brief: true })).join(" ")}</strong>{" "}
          {t("stillMaySign")}
        </p>
      )}
      <p>{t("pledgeText", { title: campaign.title })}</p>
      <ul className="leaf-items">
        {campaign.items.map(({ id, text, article }) => (
          <li key={id}>
            <span lang="vi">{text}</span> ({t("ofArticle", { number: article })})
          </li>
        ))}
      </ul>
      <dl className="leaf-blanks">
        {(["head", "household", "day", "signature"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`blanks.${name}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </>
  );
}

interface PledgePageProps {
  readonly campaign: Campaign;
  readonly halts: readonly Halt[];
}

/** Lines to write on. */
export function NotesPage() {
  const { t } = useTranslation("booklet");
  return (
    <>
      <h2>{t("notes")}</h2>
      <div className="leaf-lines" />
    </>
  );
}
