import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ok } from "../../../domain/result.ts";
import { SLIP_SECONDS } from "../../../domain/signed/retractions.ts";
import type { SayError } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Toast } from "../../parts/Toast.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { households as words } from "../../text/vi/households.ts";
import { dropImport, importKey, readKeptImport, sayKept, type KeptImport } from "./kept-import.ts";

/**
 * Says the list that was taken when the time to undo is over, wherever in the office's pages somebody is by then; one that a
 * closed page left behind at once.
 */
export function FinishImport({ ward }: { readonly ward: string }) {
  const phone = usePhone();
  const kept = useLive("draft", importKey(ward));
  const list = useMemo(() => readKeptImport(kept), [kept]);
  const [undone, setUndone] = useState<KeptImport | null>(null);

  // Whoever leaves the office's pages has seen the toast go.
  const leave = useEffectEvent(() => {
    if (list && isWaiting(list, phone.now(ward))) void sayKept(phone, ward, list, () => undefined);
  });
  useEffect(() => () => leave(), []);

  const shown = list ?? undone;
  if (!shown) return null;
  return (
    <Finish
      key={shown.at}
      ward={ward}
      list={shown}
      onUndo={async () => {
        setUndone(shown);
        await dropImport(phone, ward, shown);
      }}
      onGone={() => setUndone(null)}
    />
  );
}

function isWaiting({ at }: KeptImport, now: number): boolean {
  return now < at + SLIP_SECONDS;
}

function Finish({ ward, list, onUndo, onGone }: FinishProps) {
  useApartWords("households", words);
  const { t } = useTranslation("households");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const announce = useAnnounce();
  const [stage, setStage] = useState<"waits" | "undone" | "runs">(
    isWaiting(list, phone.now(ward)) ? "waits" : "runs",
  );
  const [done, setDone] = useState(0);
  const [trouble, setTrouble] = useState<SayError | null>(null);
  const [tries, setTries] = useState(0);
  const { file: name, add, change, all, moves } = list;
  const of = moves ? "moveOut" : "take";
  const counts = { name, count: change, add: numbers.integer(add), change: numbers.integer(change) };
  const figures = { done: numbers.integer(done), all: numbers.integer(all), name };

  const run = useEffectEvent(() => sayKept(phone, ward, list, setDone));
  const told = useEffectEvent((said: Awaited<ReturnType<typeof sayKept>>) => {
    if (!said.ok) return setTrouble(said.error);
    announce(t(`${of}.done`, counts));
    void phone.act.exchange(ward);
  });
  useEffect(() => {
    if (stage === "runs") void run().then(told);
  }, [stage, tries]);

  if (stage !== "runs") {
    return (
      <UndoToast
        words={t(`${of}.kept`, counts)}
        undone={t("take.undone")}
        onUndo={async () => {
          setStage("undone");
          return ok(await onUndo());
        }}
        onClose={() => (stage === "undone" ? onGone() : setStage("runs"))}
      />
    );
  }
  if (trouble !== null) {
    return (
      <Toast
        action={
          <Button
            onClick={() => {
              setTrouble(null);
              setTries(tries + 1);
            }}
          >
            {t("take.goOn")}
          </Button>
        }
      >
        <span role="alert">{`${common(`say.${trouble}`)} ${t("take.stopped", figures)}`}</span>
      </Toast>
    );
  }
  return (
    <Toast lasting>
      {t(`${of}.running`, figures)}
      <progress className="import-progress" aria-label={t(`${of}.running`, figures)} max={all} value={done} />
    </Toast>
  );
}

interface FinishProps {
  readonly ward: string;
  readonly list: KeptImport;
  readonly onUndo: () => Promise<void>;
  /** What says that it was undone has been seen. */
  readonly onGone: () => void;
}
