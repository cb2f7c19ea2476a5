import { BookText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { AmendmentCase } from "../../../domain/amendment/amendment-case.ts";
import { editionOfChange, editionsOfChange } from "../../../domain/amendment/edition-of-change.ts";
import { beginDraft, covenantDraftKey, readDraft } from "../../../domain/covenant/covenant-draft.ts";
import { nextEdition } from "../../../domain/covenant/covenant-edition.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { handbookAddress } from "../../handbook/addresses.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { covenantAddress } from "../covenant/addresses.ts";
import { ownHandbook } from "../covenant/own-handbook.ts";
import { useKnownEditions } from "../covenant/use-known-editions.ts";

/** Of a recognised change: leads to where its edition is published, filled in; and says which edition came of it. */
export function NewEdition({ ward, file }: { readonly ward: WardView; readonly file: AmendmentCase }) {
  const { t } = useTranslation(["amendment", "common"]);
  const { act } = usePhone();
  const [, navigate] = useLocation();
  const [isAsking, ask] = useState(false);
  const [isFull, setFull] = useState(false);
  const key = covenantDraftKey(ward.slug, file.area);
  const kept = useLive("draft", key);
  const found = useLive("handbook", ward.slug, file.area);
  const known = useKnownEditions(ward.slug, file.area);
  if (kept === undefined || found === undefined) return null;
  const view = found?.area.code === file.area ? found : null;
  const half = readDraft(kept);
  const edition = nextEdition(view ? [...known, view.covenant.edition] : known);
  const begun = half ?? beginDraft(view?.covenant ?? null, ownHandbook(view), edition);
  const filled = editionOfChange(file, { ...begun, basis: view?.covenant.jti ?? null }, edition);
  if (!filled) return null;
  const published = editionsOfChange(file, ward.editions);
  const isOther = half !== null && half.amendment !== file.id && half.text.trim() !== filled.text.trim();

  async function go() {
    // What was changed in it since stays as it is.
    const isGoingOn = half?.amendment === file.id;
    const done = isGoingOn ? { ok: true } : await act.keepDraft(key, filled);
    if (done.ok) return navigate(covenantAddress(file.area));
    ask(false);
    setFull(true);
  }

  return (
    <section className="office-card">
      <h3>{t("edition.title")}</h3>
      {published.map((one) => (
        <p key={one.jti}>
          {t("edition.published", { edition: one.edition, date: formatDate(one.at) })}{" "}
          <Link href={handbookAddress(ward.slug, file.area)}>{t("edition.read")}</Link>
        </p>
      ))}
      {published.length === 0 && (
        <>
          <p>{t("edition.text", { edition, number: filled.number, date: formatDate(filled.date) })}</p>
          <Trouble text={isFull ? t("common:say.full") : null} />
          <Button look="primary" icon={BookText} onClick={() => (isOther ? ask(true) : void go())}>
            {half?.amendment === file.id ? t("edition.goOn") : t("publish")}
          </Button>
        </>
      )}
      {isAsking && (
        <Dialog title={t("edition.half")} onClose={() => ask(false)}>
          <p>{t("edition.halfText")}</p>
          <div className="dialog-acts">
            <ButtonLink href={covenantAddress(file.area)}>{t("edition.seeHalf")}</ButtonLink>
            <Button look="primary" onClick={() => void go()}>
              {t("edition.replace")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
