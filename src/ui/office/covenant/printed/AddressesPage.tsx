import { ArrowLeft, Printer, RefreshCw } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isGood } from "../../../../domain/covenant/address-answer.ts";
import { linkedAddresses, ownAddresses } from "../../../../domain/covenant/printed-addresses.ts";
import { formatDate } from "../../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../../phone/api/phone.ts";
import { Button, ButtonLink } from "../../../parts/Button.tsx";
import { usePhone } from "../../../parts/hooks/PhoneContext.tsx";
import { covenantAddress } from "../addresses.ts";
import { LinkRow } from "./LinkRow.tsx";
import { OwnRow } from "./OwnRow.tsx";
import { useHandbooks } from "./use-handbooks.ts";
import { useTries, type Tries } from "./use-tries.ts";
import "./Addresses.css";

/** `/phuong/so-tay/dia-chi-da-in`: what the ward has printed for good, and whether it still opens. */
export function AddressesPage({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("covenant");
  const { now } = usePhone();
  const areas = useMemo(() => ward.books.map(({ area }) => area), [ward.books]);
  const books = useHandbooks(ward.slug, areas);
  const own = useMemo(() => ownAddresses(ward.slug, areas), [ward.slug, areas]);
  const links = useMemo(() => linkedAddresses(books), [books]);
  const tries = useTries(ward.slug, own);
  return (
    <div className="covenant-page">
      <div className="covenant-head">
        <h2>{t("addresses.title")}</h2>
        <div className="covenant-acts office-noprint">
          <ButtonLink look="quiet" icon={ArrowLeft} href={covenantAddress()}>
            {t("back")}
          </ButtonLink>
        </div>
      </div>
      <p className="quiet">{t("addresses.intro")}</p>
      <section className="office-card">
        <div className="covenant-acts office-noprint">
          <Button
            look="primary"
            icon={RefreshCw}
            aria-disabled={tries?.isBusy ?? true}
            onClick={() => void tries?.tryAll()}
          >
            {t("addresses.tryAll")}
          </Button>
          <Button icon={Printer} onClick={() => window.print()}>
            {t("addresses.print")}
          </Button>
        </div>
        <p role="status" className="printed-sum">
          {tries && sumWords(t, tries, own)}
        </p>
        <p className="printed-date">{t("addresses.printedOn", { date: formatDate(now(ward.slug)) })}</p>
        <h3>{t("addresses.own")}</h3>
        <ul className="printed-list">
          {own.map((one) => (
            <OwnRow key={one.path} ward={ward} own={one} tried={tries?.value[one.path]} />
          ))}
        </ul>
      </section>
      <section className="office-card">
        <h3>{t("addresses.links")}</h3>
        {links.length === 0 ? (
          <p className="quiet">{t("addresses.noLinks")}</p>
        ) : (
          <>
            <p className="quiet">{t("addresses.linksText")}</p>
            <ul className="printed-list">
              {links.map((one) => (
                <LinkRow key={one.address} ward={ward} link={one} />
              ))}
            </ul>
          </>
        )}
        <p className="quiet printed-command">
          {t("addresses.byCommand")} <code>npm run so-tay -- addresses {ward.slug}</code>
        </p>
      </section>
    </div>
  );
}

function sumWords(
  t: ReturnType<typeof useTranslation<"covenant">>["t"],
  { value, isBusy, at }: Tries,
  own: ReturnType<typeof ownAddresses>,
): string {
  if (isBusy) return t("addresses.trying", { at, all: own.length });
  const tried = own.flatMap(({ path }) => value[path] ?? []);
  if (tried.length === 0) return t("addresses.untried");
  const bad = tried.filter(({ answer }) => !isGood(answer)).length;
  if (bad > 0) return t("addresses.someBad", { bad, all: own.length });
  return tried.length === own.length
    ? t("addresses.allGood", { all: own.length })
    : t("addresses.someUntried", { good: tried.length, all: own.length });
}
