import type { HouseholdMatters } from "../../../domain/matters/household-matters.ts";
import { FilePlus2, ShieldCheck } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { wordsAbout } from "../../../domain/matters/crossing.ts";
import { dueAt, isOverdue } from "../../../domain/matters/request-clock.ts";
import { crossingAnswers, isOpenRequest } from "../../../domain/matters/request-state.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Toast } from "../../parts/Toast.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { officeRequests as words } from "../../text/vi/office-requests.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import { ErasedRequest } from "./ErasedRequest.tsx";
import { NewRequest } from "./NewRequest.tsx";
import type { RequestDone, RequestLine } from "./request-line.ts";
import { RequestSheet } from "./RequestSheet.tsx";
import { RequestTable } from "./RequestTable.tsx";
import "./RequestsPage.css";

/** `/phuong/yeu-cau-du-lieu`: what households ask about their data, with the law's clock, and the office's answers. */
export function RequestsPage({ ward }: { readonly ward: WardView }) {
  useApartWords("officeRequests", words);
  const { t } = useTranslation("officeRequests");
  const { act, now } = usePhone();
  const matters = useLive("matters", ward.slug);
  const sending = useLive("sending", ward.slug);
  const lines = useMemo(() => matters && inOrderOfDue(matters), [matters]);
  const [open, setOpen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const [done, setDone] = useState<RequestDone | null>(null);
  // What cannot be undone is told for a moment.
  useEffect(() => {
    if (done?.jti !== null) return undefined;
    const timer = setTimeout(() => setDone(null), 4000);
    return () => clearTimeout(timer);
  }, [done]);
  if (!lines || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  const time = now(ward.slug);
  const waiting = lines.filter(({ request }) => isOpenRequest(request));
  const closed = lines.filter(({ request }) => !isOpenRequest(request));
  const settled = closed.filter(({ crossing }) => crossing.length === 0);
  const crossing = closed.filter((one) => one.crossing.length > 0);
  const overdue = waiting.filter(({ request }) => isOverdue(request, time)).length;
  const opened = lines.find(({ request }) => request.jti === open);
  // Whoever asked for the erasure itself can still be told that it is done.
  const isMoot = opened?.request.erased === true && opened.request.kind !== "erase";

  function finish(what: RequestDone) {
    setOpen(null);
    setNew(false);
    setDone(what);
  }

  return (
    <>
      <p className="requests-intro">{t("intro")}</p>
      <Button icon={FilePlus2} onClick={() => setNew(true)}>
        {t("add")}
      </Button>
      {lines.length === 0 && (
        <EmptyState icon={ShieldCheck} title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      {crossing.length > 0 && (
        <section className="office-card requests-card">
          <h2>{t("countCrossing", { count: crossing.length })}</h2>
          <RequestTable
            ward={ward}
            title={t("countCrossing", { count: crossing.length })}
            lines={crossing}
            now={time}
            onOpen={setOpen}
          />
        </section>
      )}
      {waiting.length > 0 && (
        <section className="office-card requests-card">
          <h2>{t("countOpen", { count: waiting.length, overdue })}</h2>
          <RequestTable
            ward={ward}
            title={t("countOpen", { count: waiting.length, overdue })}
            lines={waiting}
            now={time}
            onOpen={setOpen}
          />
        </section>
      )}
      {settled.length > 0 && (
        <section className="office-card requests-card">
          <h2>{t("settled")}</h2>
          <RequestTable ward={ward} title={t("settled")} lines={settled} now={time} onOpen={setOpen} />
        </section>
      )}
      {opened && isMoot && <ErasedRequest line={opened} onClose={() => setOpen(null)} />}
      {opened && !isMoot && (
        <RequestSheet
          key={opened.request.jti}
          ward={ward}
          line={opened}
          onDone={finish}
          onClose={() => setOpen(null)}
        />
      )}
      {isNew && <NewRequest ward={ward} onDone={finish} onClose={() => setNew(false)} />}
      {done && done.jti !== null && (
        <UndoToast
          // Not the id alone: by that the sheet of the same request is known beside it.
          key={`done ${done.jti}`}
          words={t(`done.${done.what}`)}
          undone={t("done.undone")}
          onUndo={() => act.retract(ward.slug, done.jti ?? "", done.household)}
          onClose={() => setDone(null)}
        />
      )}
      {done?.jti === null && <Toast>{t(`done.${done.what}`)}</Toast>}
    </>
  );
}

/** What is due first comes first; of those that are settled the newest. */
function inOrderOfDue(matters: readonly HouseholdMatters[]): RequestLine[] {
  const lines = matters.flatMap(({ household, requests, answers }) =>
    requests.map((request): RequestLine => {
      const said = wordsAbout(answers, request.jti);
      return { household, request, words: said, crossing: crossingAnswers(request, said) };
    }),
  );
  const rank = ({ request }: RequestLine) => dueAt(request) ?? Infinity;
  return lines.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one === other ? b.request.at - a.request.at : one - other;
  });
}
