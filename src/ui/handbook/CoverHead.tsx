import { useTranslation } from "react-i18next";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { DemoBadge } from "../parts/DemoBadge.tsx";
import { DrumStar } from "../parts/DrumStar.tsx";
import { useOpeningFocus } from "../parts/hooks/use-opening-focus.ts";
import "./CoverHead.css";

/** The cover: lacquer, the drum's star, whose handbook this is. */
export function CoverHead({
  view,
  still = false,
}: {
  readonly view: HandbookView;
  /** Only to be looked at, beside something else: it is no page's own head, and takes no focus. */
  readonly still?: boolean;
}) {
  const { t } = useTranslation("handbook");
  const { ward, area, covenant, handbook } = view;
  const heading = useOpeningFocus<HTMLHeadingElement>();
  const edition = String(handbook?.edition ?? covenant.edition);
  return (
    <header className="cover">
      <div className="cover-star">
        <DrumStar />
      </div>
      <p className="cover-publisher">
        {t("publisher", { ward: ward.name })} {ward.demo && <DemoBadge />}
      </p>
      {still ? (
        <p className="cover-title">{t("coverTitle")}</p>
      ) : (
        <h1 ref={heading} tabIndex={-1}>
          {t("coverTitle")}
        </h1>
      )}
      <p className="cover-edition">
        {area.name} · {/^\d{1,3}$/.test(edition) ? t("edition", { edition }) : t("editionNamed", { edition })}
        <br />
        {t("inForce", { date: formatDate(covenant.inForce) })}
      </p>
    </header>
  );
}
