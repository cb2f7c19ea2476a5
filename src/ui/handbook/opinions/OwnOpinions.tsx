import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ok } from "../../../domain/result.ts";
import type { OwnOpinion } from "../../../phone/api/own-opinions.ts";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { opinion as words } from "../../text/vi/opinion.ts";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { articleHash } from "../addresses.ts";
import { useOwnOpinions } from "./use-own-opinions.ts";
import "../Editions.css";
import "./OwnOpinions.css";

/** What was said on this phone without an account, where each of it stands, and the ward's answers. */
export function OwnOpinions({ ward, about, without }: OwnOpinionsProps) {
  useApartWords("opinion", words);
  const { t } = useTranslation("opinion");
  const all = useOwnOpinions(ward);
  const { act } = usePhone();
  const [dropped, setDropped] = useState<OwnOpinion | null>(null);
  const shown = all.filter((one) => (about ? isAbout(one, about) : !without?.includes(one.amendment ?? "")));

  async function drop(one: OwnOpinion) {
    await act.dropOpinion(ward, one.code);
    setDropped(one);
  }

  return (
    <>
      {shown.length > 0 && (
        <section className="own-opinions">
          <h2>{t("own")}</h2>
          <ul>
            {shown.map((one) => (
              <Own key={one.code} opinion={one} onDrop={() => void drop(one)} />
            ))}
          </ul>
        </section>
      )}
      {!about && <Follow ward={ward} />}
      {dropped && (
        <UndoToast
          key={dropped.code}
          words={t("erased")}
          undone={t("restored")}
          onUndo={async () => ok(await act.restoreOpinion(ward, dropped))}
          onClose={() => setDropped(null)}
        />
      )}
    </>
  );
}

interface OwnOpinionsProps {
  readonly ward: string;
  /** Only those about an article, or about a draft. */
  readonly about?: { readonly article: string } | { readonly amendment: string };
  /** Changes beside whose drafts they stand already. */
  readonly without?: readonly string[];
}

function isAbout(one: OwnOpinion, about: NonNullable<OwnOpinionsProps["about"]>): boolean {
  if ("amendment" in about) return one.amendment === about.amendment;
  return one.amendment === undefined && String(one.article) === about.article;
}

function Own({ opinion, onDrop }: { readonly opinion: OwnOpinion; readonly onDrop: () => void }) {
  const { t } = useTranslation(["opinion", "handbook"]);
  const { code, article, amendment, text, state, status, answer, reason, forwarded } = opinion;

  return (
    <li className="card card-plain">
      {article !== undefined && (
        <p>
          <a href={articleHash(article)}>{t("handbook:article", { number: article })}</a>
        </p>
      )}
      {amendment !== undefined && <p className="quiet">{t("onDraft")}</p>}
      {text !== "" && <blockquote>“{text}”</blockquote>}
      <p className="own-opinions-state" role="status">
        {t(`states.${stateOf(state, status)}`)}
        {forwarded && (
          <> {t("forwarded", { to: forwarded.to, on: forwarded.on.split("-").toReversed().join("/") })}</>
        )}
        {state === "refused" && <> {t(`reasons.${reasonOf(reason)}`)}</>}
        {state === "unfit" && <> {t(reason === "unknown-area" ? "unfit.area" : "unfit.form")}</>}
      </p>
      {answer !== undefined && <p className="own-opinions-answer">{t("answer", { answer })}</p>}
      <details>
        <summary>{t("more")}</summary>
        <p>{t("codeText")}</p>
        <p className="own-opinions-code">{code}</p>
        <Button onClick={onDrop}>{t("erase")}</Button>
      </details>
    </li>
  );
}

function Follow({ ward }: { readonly ward: string }) {
  const { t } = useTranslation("opinion");
  const { act } = usePhone();
  const [wrong, setWrong] = useState(false);

  async function follow(form: HTMLFormElement) {
    const code = new FormData(form).get("code");
    const known = typeof code === "string" && (await act.followOpinion(ward, code));
    setWrong(!known);
    if (!known) return;
    form.reset();
    await act.giveOpinions(ward);
  }

  return (
    <details className="own-opinions-follow">
      <summary>{t("follow")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void follow(event.currentTarget);
        }}
      >
        <label className="field">
          {t("code")}
          <input
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
        </label>
        <Trouble text={wrong ? t("noCode") : null} />
        <Button type="submit">{t("followButton")}</Button>
      </form>
    </details>
  );
}

function stateOf(state: OwnOpinion["state"], status: string | undefined) {
  if (state !== "taken") return state;
  return status === "forwarded" || status === "answered" || status === "done" || status === "withdrawn"
    ? status
    : ("received" as const);
}

function reasonOf(reason: string | undefined) {
  return reason === "duplicate" || reason === "mistake" || reason === "wish" ? reason : ("other" as const);
}
