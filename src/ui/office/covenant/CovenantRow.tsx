import { BookOpen, PencilLine, Printer, QrCode as QrIcon } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { covenantDraftKey, readDraft } from "../../../domain/covenant/covenant-draft.ts";
import { nextEdition } from "../../../domain/covenant/covenant-edition.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HandbookView, WardView } from "../../../phone/api/phone.ts";
import { editionsKey, readEditions, readTwins } from "../../../phone/drafts/kept-editions.ts";
import { BOOKLET, handbookAddress } from "../../handbook/addresses.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { covenantAddress } from "./addresses.ts";
import { CoverQr } from "./CoverQr.tsx";
import { Ended } from "./Ended.tsx";

/** One area: which edition stands, whether one is being written, and what can be done with it. */
export function CovenantRow({ ward, area, isOpen }: CovenantRowProps) {
  const { t } = useTranslation("covenant");
  const found = useLive("handbook", ward.slug, area);
  const kept = useLive("draft", covenantDraftKey(ward.slug, area));
  const editions = useLive("draft", editionsKey(ward.slug));
  const draft = useMemo(() => readDraft(kept), [kept]);
  const [isQrOpen, openQr] = useState(false);
  useEditionsOf(ward.slug, area, found?.covenant.jti, editions);
  const name = areaName(ward, area);
  if (found === undefined || kept === undefined) return null;
  const view = found?.area.code === area ? found : null;
  if (!isOpen && !view && !draft) return null;
  return (
    <li className="office-card covenant-area">
      <h3>{name}</h3>
      <Ended ward={ward} area={area} />
      {view ? <Standing view={view} editions={editions} /> : <p className="quiet">{t("none")}</p>}
      {draft && <p className="covenant-half">{t("half", { edition: draft.edition })}</p>}
      <div className="covenant-acts">
        {(isOpen || draft) && (
          <ButtonLink icon={PencilLine} href={covenantAddress(area)}>
            {t(draft ? "goOn" : "begin")} <span className="only-heard">{name}</span>
          </ButtonLink>
        )}
        {view && (
          <>
            <ButtonLink look="quiet" icon={BookOpen} href={handbookAddress(ward.slug, area)}>
              {t("read")} <span className="only-heard">{name}</span>
            </ButtonLink>
            <ButtonLink look="quiet" icon={Printer} href={`${handbookAddress(ward.slug, area)}${BOOKLET}`}>
              {t("print")} <span className="only-heard">{name}</span>
            </ButtonLink>
            <Button look="quiet" icon={QrIcon} onClick={() => openQr(true)}>
              {t("qr")} <span className="only-heard">{name}</span>
            </Button>
          </>
        )}
      </div>
      {isQrOpen && <CoverQr ward={ward.slug} area={area} name={name} onClose={() => openQr(false)} />}
    </li>
  );
}

interface CovenantRowProps {
  readonly ward: WardView;
  readonly area: string;
  /** Whether a new edition may be begun there. */
  readonly isOpen: boolean;
}

/** Asks once for each edition that comes to stand: another office may have published under the same number. */
function useEditionsOf(ward: string, area: string, standing: string | undefined, editions: unknown): void {
  const { act } = usePhone();
  const isKnown = readEditions(editions, area).some(({ jti }) => jti === standing);
  const isRead = editions !== undefined;
  // What is not sent yet the ward cannot tell: that it came to be known, or did not, is no reason to ask again.
  const ask = useEffectEvent(() => {
    if (!isKnown) void act.fetchEditions(ward);
  });
  useEffect(() => {
    if (isRead && standing !== undefined) ask();
  }, [ward, standing, isRead]);
}

function Standing({
  view: { covenant, handbook },
  editions,
}: {
  readonly view: HandbookView;
  readonly editions: unknown;
}) {
  const { t } = useTranslation("covenant");
  const twin = readTwins(editions, covenant).at(-1);
  const articles = covenant.chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  const said = Math.max(covenant.at, handbook?.area === covenant.area ? handbook.at : 0);
  const isUnsent = covenant.seq === null || (handbook !== null && handbook.seq === null);
  return (
    <>
      <p>
        <strong>{covenant.title}</strong>
        <br />
        {t("standing", { edition: covenant.edition, articles, inForce: formatDate(covenant.inForce) })}
      </p>
      <p className="quiet">
        {t("published", { date: formatDate(said) })} {isUnsent && <Chip tone="again">{t("unsent")}</Chip>}
      </p>
      {isUnsent && <p className="quiet">{t("unsentText")}</p>}
      {twin && (
        <p className="covenant-remark">
          {t("twin", {
            edition: covenant.edition,
            date: formatDate(twin.at),
            next: nextEdition([covenant.edition]),
          })}
        </p>
      )}
    </>
  );
}
