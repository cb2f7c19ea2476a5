import { useTranslation } from "react-i18next";
import { fold } from "../../domain/vietnamese.ts";
import { useHere } from "./hooks/HereContext.tsx";
import { useLive } from "./hooks/use-live.ts";

/** Asks to call the ward, by the number that stands in the handbook where there is one: a tap calls. */
export function CallWard({ slug, area }: { readonly slug: string; readonly area: string | undefined }) {
  const { t } = useTranslation("sending");
  const { ward } = useHere();
  const book = useLive("handbook", slug, area ?? ward?.books[0]?.area ?? null);
  const name = fold(ward?.name ?? "");
  // Not who keeps order or collects the waste there: those who run the round.
  const contact = book?.handbook?.contacts.find(
    ({ office }) => RUN_BY.test(fold(office)) && fold(office).includes(name),
  );
  if (!contact) return <p>{t("call")}</p>;
  const { office, phone } = contact;
  return (
    <p>
      <a href={`tel:${phone.replace(/[^\d+*#]/g, "")}`}>
        {t("callAt", { office })} <span className="banner-number">{phone}</span>
      </a>
    </p>
  );
}

/** The ward's committee of the people or of the Front, as `fold` writes them. */
const RUN_BY = /ubnd|uy ban|mat tran/;
