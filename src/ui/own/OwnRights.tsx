import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/use-say.ts";
import { dayWords } from "../parts/when.ts";

/** What a household may ask of the ward about its data (Luật 91/2025/QH15): in one tap on its own phone, in words elsewhere. */
export function OwnRights({ household, ward }: OwnRightsProps) {
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const { act, now } = usePhone();
  const announce = useAnnounce();
  const { run, busy, trouble } = useSay();
  const [erasing, setErasing] = useState(false);
  const requests = (household?.records ?? []).filter(({ type }) => type === "request.made");

  async function ask(kind: Right) {
    if (!household || ward === null) return;
    const said = await run(() =>
      act.say(ward, [{ type: "request.made", sub: household.id, body: { kind } }]),
    );
    if (!said.ok) return;
    setErasing(false);
    announce(t("rights.made"));
  }

  return (
    <section>
      <h2>{t("rights.title")}</h2>
      <p>{t("rights.text")}</p>
      {household ? (
        <>
          <p>{t("rights.ask")}</p>
          <div className="own-rights">
            {RIGHTS.map((kind) => (
              <Button
                key={kind}
                disabled={busy}
                onClick={() => (kind === "erase" ? setErasing(true) : void ask(kind))}
              >
                {t(`rights.${kind}`)}
              </Button>
            ))}
          </div>
          {!erasing && <Trouble text={trouble} />}
          <ul className="own-requests">
            {requests.map(({ jti, at, body }) => {
              const what = RIGHTS.find((kind) => kind === body["kind"]);
              const day = dayWords(common, at, now(ward ?? undefined));
              return what && <li key={jti}>{t("rights.sent", { day, what: t(`rights.${what}`) })}</li>;
            })}
          </ul>
        </>
      ) : (
        <p>{t("rights.elsewhere")}</p>
      )}
      <p className="quiet">{t("rights.clock")}</p>
      <p className="quiet">{t("rights.notAsked")}</p>
      {erasing && (
        <Dialog title={t("rights.eraseTitle")} onClose={() => setErasing(false)}>
          <p>{t("rights.eraseText")}</p>
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button look="primary" onClick={() => setErasing(false)}>
              {common("cancel")}
            </Button>
            <Button disabled={busy} onClick={() => void ask("erase")}>
              {t("rights.eraseSend")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface OwnRightsProps {
  /** The household whose own phone this is; null on any other. */
  readonly household: Household | null;
  readonly ward: string | null;
}

type Right = (typeof RIGHTS)[number];
const RIGHTS = ["see", "correct", "restrict", "erase"] as const;
