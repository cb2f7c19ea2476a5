import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { REQUEST_KINDS } from "../../domain/kinds/request-made.ts";
import { requestsIn, type RequestKind } from "../../domain/matters/data-requests.ts";
import { isOpenRequest } from "../../domain/matters/request-state.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { CallWard } from "../parts/CallWard.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";
import { sending } from "../text/vi/sending.ts";
import { OwnRequests } from "./OwnRequests.tsx";

/** What a household may ask of the ward about its data (Luật 91/2025/QH15): in one tap on its own phone, in words elsewhere. */
export function OwnRights({ household, ward }: OwnRightsProps) {
  useApartWords("sending", sending);
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const announce = useAnnounce();
  const { act, now } = usePhone();
  const { ward: here } = useHere();
  const lang = useWardLanguage();
  const { run, busy, trouble } = useSay();
  const [asking, setAsking] = useState<"correct" | "erase" | null>(null);
  const draft = useDraft(household && ward !== null ? `rights/${ward}/${household.id}` : null, readWords);
  const words = draft?.value ?? "";
  const [isEmpty, setEmpty] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const id = useId();
  const requests = requestsIn(household?.records ?? []);
  const time = now(ward ?? undefined);

  async function ask(kind: RequestKind, text = "") {
    if (!household || ward === null) return undefined;
    const personal = text.trim() === "" ? {} : { text: text.trim() };
    const request = { type: "request.made", sub: household.id, body: { kind }, personal };
    const half = kind === "correct" ? draft : undefined;
    half?.release();
    const said = await run(() => act.say(ward, [request], half?.key));
    if (!said.ok) return half?.keepAgain(text);
    await half?.drop();
    setAsking(null);
    return setKept(said.value[0] ?? null);
  }

  async function takeBack(jti: string) {
    if (!household || ward === null) return;
    // Whoever takes back the last one has nothing left to undo.
    if (jti === kept) setKept(null);
    const done = await run(() => act.retract(ward, jti, household.id));
    if (done.ok) announce(t("rights.undone"));
  }

  function correct() {
    if (words.trim() === "") setEmpty(true);
    else void ask("correct", words);
  }

  function choose(kind: RequestKind) {
    setEmpty(false);
    if (kind === "correct" || kind === "erase") setAsking(kind);
    else void ask(kind);
  }

  // What is asked already, and waits, needs no second asking.
  const waiting = new Set(requests.filter(isOpenRequest).map(({ kind }) => kind));

  return (
    <section>
      <h2>{t("rights.title")}</h2>
      <p>{t("rights.text")}</p>
      {household ? (
        <>
          <p>{t("rights.ask")}</p>
          <div className="own-rights">
            {REQUEST_KINDS.map((kind) => (
              <Button key={kind} disabled={busy || waiting.has(kind)} onClick={() => choose(kind)}>
                {t(`rights.${kind}`)}
              </Button>
            ))}
          </div>
          {asking === null && <Trouble text={trouble} />}
          <OwnRequests
            requests={requests}
            ward={ward ?? ""}
            area={household.area ?? undefined}
            now={time}
            busy={busy}
            onTakeBack={(jti) => void takeBack(jti)}
          />
        </>
      ) : (
        <>
          <p>{t("rights.elsewhere")}</p>
          {here && <CallWard slug={here.slug} area={undefined} />}
        </>
      )}
      <p className="quiet">{t("rights.clock")}</p>
      {here?.basis !== undefined && (
        <p className="quiet">
          {t("rights.basis")} <span lang={lang}>{here.basis}</span>
        </p>
      )}
      <p className="quiet">{t("rights.notAsked")}</p>
      {asking === "erase" && (
        <Dialog title={t("rights.eraseTitle")} onClose={() => setAsking(null)}>
          <p>{t("rights.eraseText")}</p>
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button look="primary" onClick={() => setAsking(null)}>
              {common("cancel")}
            </Button>
            <Button disabled={busy} onClick={() => void ask("erase")}>
              {t("rights.eraseSend")}
            </Button>
          </div>
        </Dialog>
      )}
      {asking === "correct" && (
        <Dialog title={t("rights.correct")} onClose={() => setAsking(null)}>
          <div className="field">
            <label htmlFor={id}>{t("rights.correctWhat")}</label>
            <textarea
              id={id}
              rows={3}
              maxLength={2000}
              value={words}
              onChange={({ target }) => {
                setEmpty(false);
                draft?.keep(target.value);
              }}
            />
          </div>
          <Trouble
            text={isEmpty ? t("rights.correctNone") : (trouble ?? (draft?.full ? t("rights.full") : null))}
          />
          <div className="dialog-acts">
            <Button onClick={() => setAsking(null)}>{common("cancel")}</Button>
            <Button look="primary" disabled={busy} onClick={correct}>
              {t("rights.correctSend")}
            </Button>
          </div>
        </Dialog>
      )}
      {kept !== null && household && ward !== null && (
        <UndoToast
          key={kept}
          words={t("rights.made")}
          undone={t("rights.undone")}
          onUndo={() => run(() => act.retract(ward, kept, household.id))}
          onClose={() => setKept(null)}
        />
      )}
    </section>
  );
}

function readWords(kept: unknown): string {
  return typeof kept === "string" ? kept : "";
}

interface OwnRightsProps {
  /** The household whose own phone this is; null on any other. */
  readonly household: Household | null;
  readonly ward: string | null;
}
