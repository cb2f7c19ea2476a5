import { MessageSquarePlus } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Article } from "../../domain/ward-facts.ts";
import type { HandbookView, SayError } from "../../phone/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useLive } from "../parts/use-live.ts";
import { opinion as ownWords } from "../text/vi/opinion.ts";
import { useOwnWords } from "../text/use-own-words.ts";
import { opinionPlace } from "./opinion-place.ts";
import { useKeptOpinions } from "./use-kept-opinions.ts";
import "./OpinionForm.css";

/** Takes an opinion about an article: sent by an enrolled phone, kept for the volunteer by any other. */
export function OpinionForm({ view, article }: { readonly view: HandbookView; readonly article: Article }) {
  useOwnWords("opinion", ownWords);
  const { t } = useTranslation(["opinion", "common"]);
  const { act } = usePhone();
  const announce = useAnnounce();
  const ward = view.ward.slug;
  const number = String(article.number);
  const membership = useLive("memberships")?.find((one) => one.ward === ward);
  const devices = useLive("ward", ward)?.devices ?? {};
  const place = opinionPlace(membership, devices, view.area.code);
  const { kept, keep } = useKeptOpinions(ward, view.area.code);
  const mine = kept[number];
  const [writing, setWriting] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<"empty" | SayError | null>(null);
  const [sent, setSent] = useState<{ readonly jti: string; readonly place: string } | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const text = typed ?? mine?.text ?? "";

  useEffect(() => {
    if (writing) box.current?.focus();
  }, [writing]);

  // Each word that was written survives a call or a dead battery; a stroke of the key alone does not go to the disk.
  function write(words: string) {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(number, { text: words, done: false }), 400);
  }

  function stop() {
    clearTimeout(timer.current);
    setWriting(false);
    setTyped(null);
    setTrouble(null);
    setTimeout(() => opener.current?.querySelector("button")?.focus());
  }

  function cancel() {
    // What was written may be gone on with later.
    if (typed !== null) void keep(number, { text: typed, done: false });
    stop();
  }

  async function submit() {
    // A second tap while the first is being kept would say it twice.
    if (busy.current) return;
    busy.current = true;
    await keepOrSend();
    busy.current = false;
  }

  async function keepOrSend() {
    clearTimeout(timer.current);
    if (text.trim() === "") {
      setTrouble("empty");
      box.current?.focus();
      return;
    }
    if (place === null) {
      const done = await keep(number, { text: text.trim(), done: true });
      if (!done.ok) return setTrouble("full");
      announce(t("kept"));
      return stop();
    }
    const body = { article: article.number, channel: "app" };
    const said = await act.say(ward, [
      { type: "opinion.given", sub: place, body, personal: { text: text.trim() } },
    ]);
    if (!said.ok) return setTrouble(said.error);
    await keep(number, null);
    setSent({ jti: said.value[0] ?? "", place });
    return stop();
  }

  async function erase() {
    setTyped(null);
    await keep(number, null);
    announce(t("erased"));
  }

  return (
    <div className="opinion-form">
      {mine?.done && !writing && (
        <Card tone="again">
          <h2>{t("kept")}</h2>
          <blockquote>“{mine.text}”</blockquote>
          <p>{t("keptText")}</p>
          <Button onClick={() => void erase()}>{t("erase")}</Button>
        </Card>
      )}
      {writing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <h2>{t("title", { number })}</h2>
          <div className="field">
            <label htmlFor={id}>{t("label")}</label>
            <textarea
              ref={box}
              id={id}
              rows={4}
              maxLength={5000}
              value={text}
              aria-describedby={`${id}-hint`}
              aria-invalid={trouble === "empty"}
              onChange={(event) => write(event.target.value)}
            />
            <p id={`${id}-hint`} className="field-hint">
              {place === null ? t("hint") : t("hintRecorded")}
            </p>
          </div>
          <Trouble text={trouble && (trouble === "empty" ? t("empty") : t(`common:say.${trouble}`))} />
          <div className="opinion-form-acts">
            <Button onClick={cancel}>{t("common:cancel")}</Button>
            <Button look="primary" type="submit">
              {place === null ? t("keep") : t("send")}
            </Button>
          </div>
        </form>
      ) : (
        <div ref={opener}>
          <Button icon={MessageSquarePlus} wide onClick={() => setWriting(true)}>
            {t("open")}
          </Button>
        </div>
      )}
      {sent && (
        <UndoToast
          words={t("sent")}
          undone={t("undone")}
          onUndo={() => act.retract(ward, sent.jti, sent.place)}
          onClose={() => setSent(null)}
        />
      )}
    </div>
  );
}
