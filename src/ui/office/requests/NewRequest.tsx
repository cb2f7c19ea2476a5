import { useCallback, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../../domain/household/nameless.ts";
import { REQUEST_CHANNELS, REQUEST_KINDS } from "../../../domain/kinds/request-made.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { SearchField } from "../../parts/SearchField.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { isoDate } from "../../parts/words/when.ts";
import type { RequestDone } from "./request-line.ts";
import { readWhose, readWords, whoseKey, wordsKey, type Whose } from "./request-draft.ts";
import { requestFrom } from "./request-statements.ts";

/** Writes down a request that came on paper, by phone or in person: the law's clock runs from the day on which it came. What is half written stays. */
export function NewRequest({ ward, onDone, onClose }: NewRequestProps) {
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  const { t: ofHousehold } = useTranslation("household");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();
  const rows = useLive("round", ward.slug);
  const id = useId();
  const today = isoDate(now(ward.slug));
  const [query, setQuery] = useState("");
  const readAll = useCallback((kept: unknown) => readWhose(kept, today), [today]);
  const whose = useDraft(whoseKey(ward.slug), readAll);
  const words = useDraft(whose ? wordsKey(ward.slug, whose.value.household) : null, readWords);
  const [isLacking, setLacking] = useState(false);
  /** The household to which the words are on their way. */
  const [moving, setMoving] = useState<string | null>(null);
  // What was changed last, drawn or not yet: words take a moment to move.
  const latest = useRef<Whose | null>(null);
  const found = useMemo(
    () => (query.trim() === "" ? [] : (rows ?? []).filter(({ search }) => searcher(query)(search))),
    [rows, query],
  );
  if (!whose) return null;
  const { value } = whose;
  const text = words?.value ?? "";
  const household = moving ?? value.household;
  // Of one that was erased since it was chosen nobody asks anything any more.
  const chosen = rows?.find((row) => row.id === household && !isNameless(row));
  const shown = chosen && !found.slice(0, MOST).includes(chosen) ? [chosen, ...found] : found;

  function change(part: Partial<Whose>) {
    setLacking(false);
    latest.current = { ...(latest.current ?? value), ...part };
    whose?.keep(latest.current);
  }

  async function choose(other: string) {
    if (text === "" || !words) return change({ household: other });
    // The words go along: an erasure finds them by their household.
    setMoving(other);
    words.release();
    const kept = await act.keepDraft(wordsKey(ward.slug, other), text);
    if (kept.ok) {
      change({ household: other });
      await act.dropDraft(words.key);
    }
    return setMoving(null);
  }

  async function startOver() {
    setLacking(false);
    latest.current = null;
    await words?.drop();
    await whose?.drop();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const lacks = chosen === undefined || value.on === "";
    setLacking(lacks);
    if (lacks) return undefined;
    words?.release();
    const said = await run(() =>
      act.say(ward.slug, [requestFrom({ ...value, text: text.trim() })], words?.key),
    );
    if (!said.ok) return words?.keepAgain(text);
    await startOver();
    return onDone({ what: "made", jti: said.value[0] ?? null, household: value.household });
  }

  return (
    <Dialog title={t("form.title")} onClose={onClose}>
      <SearchField label={t("form.household")} initial="" onSearch={setQuery} />
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className="requests-outcomes">
          <legend>{t("form.chosen")}</legend>
          {shown.slice(0, MOST).map((row) => (
            <label key={row.id} className="requests-outcome">
              <input
                type="radio"
                name={`${id}-household`}
                checked={row.id === household}
                onChange={() => void choose(row.id)}
              />
              <span>
                {householdName(common, row)} · {placeTitle(ward, row.area)}
              </span>
            </label>
          ))}
          {query.trim() !== "" && found.length === 0 && <p role="status">{t("form.noneFound")}</p>}
          {found.length > MOST && <p className="quiet">{t("form.more")}</p>}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t("form.kind")}</label>
          <select
            id={`${id}-kind`}
            value={value.kind}
            onChange={({ target }) =>
              change({ kind: REQUEST_KINDS.find((one) => one === target.value) ?? value.kind })
            }
          >
            {REQUEST_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-channel`}>{t("form.channel")}</label>
          <select
            id={`${id}-channel`}
            value={value.channel}
            onChange={({ target }) =>
              change({ channel: REQUEST_CHANNELS.find((one) => one === target.value) ?? value.channel })
            }
          >
            {REQUEST_CHANNELS.map((one) => (
              <option key={one} value={one}>
                {t(`form.channels.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-on`}>{t("form.on")}</label>
          <input
            id={`${id}-on`}
            type="date"
            max={today}
            value={value.on}
            onChange={({ target }) => change({ on: target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>{t("form.text")}</label>
          <textarea
            id={`${id}-text`}
            rows={3}
            maxLength={2000}
            value={text}
            readOnly={moving !== null}
            onChange={({ target }) => words?.keep(target.value)}
          />
        </div>
        <Trouble text={lackingWords()} />
        <div className="dialog-acts">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" look="primary" disabled={busy || moving !== null}>
            {t("form.keep")}
          </Button>
        </div>
        {(whose.begun || words?.begun === true) && (
          <Button look="quiet" wide onClick={() => void startOver()}>
            {t("form.startOver")}
          </Button>
        )}
      </form>
    </Dialog>
  );

  function lackingWords(): string | null {
    if (isLacking) return t("form.lacking");
    const isFull = whose?.full === true || words?.full === true;
    return trouble ?? (isFull ? ofHousehold("draftFull") : null);
  }
}

/** Households that are offered at a time. */
const MOST = 6;

interface NewRequestProps {
  readonly ward: WardView;
  readonly onDone: (what: RequestDone) => void;
  readonly onClose: () => void;
}
