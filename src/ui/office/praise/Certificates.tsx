import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { commendationsIn, grantedOnes, type Commendation } from "../../../domain/ward/commendations.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { DrumStar } from "../../parts/DrumStar.tsx";
import { TextField } from "../form-parts.tsx";
import type { PaperHead } from "../papers/paper-head.ts";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import { usePaperHead } from "../papers/use-paper-head.ts";
import { useTexts } from "../use-texts.ts";
import "./Certificates.css";

/** Certificates of a year, or one by its id, each on its own side of A4; what stands around the words is the ward's to say. */
export function Certificates({ ward, rows, which }: CertificatesProps) {
  const { t } = useTranslation("praise");
  const head = usePaperHead(ward, "certificate");
  const form = useTexts(`certificate-title/${ward.slug}`, { title: t("certificate.title") });
  const all = grantedOnes(commendationsIn(ward.records, rows));
  const some = all.filter(({ jti, period }) => jti === which || period === which);
  if (!head || !form) return null;
  const { title } = form.value;
  return (
    <>
      <div className="certificate-controls">
        <ButtonLink look="quiet" href="/phuong/khen-thuong">
          {t("certificate.back")}
        </ButtonLink>
        {some.length === 0 ? (
          <p>{t("certificate.none")}</p>
        ) : (
          <>
            <p>{t("certificate.intro", { count: some.length, number: some.length })}</p>
            <details>
              <summary>{t("certificate.around")}</summary>
              <TextField
                label={t("certificate.titleField")}
                hint={t("certificate.titleHint")}
                value={title}
                onChange={(text) => form.change({ title: text })}
              />
              <PaperHeadFields head={head.value} onChange={head.keep} />
            </details>
            <Button look="primary" icon={Printer} onClick={() => window.print()}>
              {t("print")}
            </Button>
          </>
        )}
      </div>
      {some.map((one) => (
        <Certificate key={one.jti} one={one} title={title} head={head.value} to={toWords(one)} />
      ))}
    </>
  );

  function toWords({ place, group }: Commendation): { readonly name: string; readonly place: string } {
    if (isHouseholdId(place)) {
      const row = rows.find(({ id }) => id === place);
      const name = row?.head === undefined ? "" : t("certificate.household", { head: row.head });
      return { name, place: row ? `${placeTitle(ward, row.area)} · ${ward.name}` : ward.name };
    }
    const area = place === ward.slug ? "" : placeTitle(ward, place);
    return group === undefined
      ? { name: area === "" ? ward.name : area, place: area === "" ? "" : ward.name }
      : { name: group, place: [area, ward.name].filter(Boolean).join(" · ") };
  }
}

function Certificate({ one, title, head, to }: CertificateProps) {
  const { i18n } = useTranslation();
  // A certificate is Vietnamese, whatever the screens speak.
  const t = i18n.getFixedT("vi", "praise");
  const [year = "", month = "", day = ""] = one.on.split("-");
  return (
    <article className="certificate" lang="vi" aria-label={to.name}>
      <div className="certificate-frame">
        <header>
          <p className="certificate-state">{t("certificate.state")}</p>
          <p className="certificate-motto">{t("certificate.motto")}</p>
        </header>
        <div className="certificate-star">
          <DrumStar />
        </div>
        <p className="certificate-by">{head.organisation.toLocaleUpperCase("vi")}</p>
        <h2>{title.toLocaleUpperCase("vi")}</h2>
        <p className="certificate-name">{to.name}</p>
        <p className="certificate-place">{to.place}</p>
        {one.reason !== undefined && <p className="certificate-reason">{one.reason}</p>}
        <p className="certificate-year">{t("certificate.year", { year: one.period })}</p>
        <footer>
          <p className="certificate-number">
            {one.decision !== undefined &&
              t("certificate.decision", { number: one.decision, date: formatDate(one.on) })}
          </p>
          <div className="certificate-hand">
            <p>
              <i>{t("certificate.day", { place: head.place, day, month, year })}</i>
            </p>
            <p>
              <b>{head.authority.toLocaleUpperCase("vi")}</b>
            </p>
            <p>
              <b>{head.position.toLocaleUpperCase("vi")}</b>
            </p>
            <p className="certificate-signer">{head.signer}</p>
          </div>
        </footer>
      </div>
    </article>
  );
}

interface CertificatesProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  /** A year, or the id of one. */
  readonly which: string;
}

interface CertificateProps {
  readonly one: Commendation;
  readonly title: string;
  readonly head: PaperHead;
  readonly to: { readonly name: string; readonly place: string };
}
