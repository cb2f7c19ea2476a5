import { FileText, MessagesSquare } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import { isLate, type OpinionCase, type OpinionFilter } from "../../../domain/matters/opinion-cases.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { SearchField } from "../../parts/SearchField.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { officeOpinions as words } from "../../text/vi/office-opinions.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import { PrintTable } from "../tables/PrintTable.tsx";
import { CROSSING, LATE } from "./addresses.ts";
import { OpinionFilters } from "./OpinionFilters.tsx";
import { OpinionSheet, type Done } from "./OpinionSheet.tsx";
import { OpinionTable } from "./OpinionTable.tsx";
import { useFoundOpinions } from "./use-found-opinions.ts";
import { useArticleTitles, useOpinions } from "./use-opinions.ts";
import "./OpinionsPage.css";

/** Once a month, perhaps: it comes with its library when it is opened. */
const OpinionsPaper = lazy(async () => ({ default: (await import("./OpinionsPaper.tsx")).OpinionsPaper }));

/** `/phuong/y-kien`: everything that was said to the ward, and what became of it. */
export function OpinionsPage({ ward }: { readonly ward: WardView }) {
  useApartWords("officeOpinions", words);
  const all = useOpinions(ward);
  const sending = useLive("sending", ward.slug);
  if (all === undefined || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Opinions ward={ward} all={all} />;
}

function Opinions({ ward, all }: { readonly ward: WardView; readonly all: readonly OpinionCase[] }) {
  const { t } = useTranslation("officeOpinions");
  const { act, now } = usePhone();
  const search = useSearch();
  const [filter, setFilter] = useState<OpinionFilter>({ ...ANY, state: STATES.get(search) ?? null });
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const [isPaper, setPaper] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const titleOf = useArticleTitles(ward);
  const time = now(ward.slug);
  // Kept in this device from then on: a list can be made where there is no coverage.
  useEffect(() => void import("../papers/administrative-paper.ts").catch(() => undefined), []);
  const found = useFoundOpinions(all, filter, { query, now: time, days: ward.opinionDays, titleOf });
  const opened = all.find(({ jti }) => jti === open);
  const late = all.filter((one) => isLate(one, time, ward.opinionDays)).length;

  return (
    <>
      <p className="opinions-intro">{t("intro", { days: ward.opinionDays })}</p>
      {all.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <section className="office-card">
          <h2>
            {late === 0 ? t("count", { count: all.length }) : t("countLate", { count: all.length, late })}
          </h2>
          <div className="opinions-tools office-noprint">
            <SearchField label={t("search")} initial="" onSearch={setQuery} />
            <Button icon={FileText} onClick={() => setPaper(true)}>
              {t("paper")}
            </Button>
            {found.length > 0 && <PrintTable title={t("sheet")} />}
          </div>
          <OpinionFilters ward={ward} all={all} titleOf={titleOf} filter={filter} onFilter={setFilter} />
          <p role="status" className="quiet">
            {found.length === 0 ? t("noneFound") : t("found", { count: found.length })}
          </p>
          {found.length > 0 && (
            <OpinionTable ward={ward} opinions={found} now={time} titleOf={titleOf} onOpen={setOpen} />
          )}
        </section>
      )}
      {opened && (
        <OpinionSheet
          ward={ward}
          opinion={opened}
          all={all}
          now={time}
          titleOf={titleOf}
          onDone={(what) => {
            setOpen(null);
            setDone(what);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {isPaper && (
        <Suspense fallback={null}>
          <OpinionsPaper ward={ward} opinions={found} titleOf={titleOf} onClose={() => setPaper(false)} />
        </Suspense>
      )}
      {done && (
        <UndoToast
          key={done.jti}
          words={t(`done.${done.what}`)}
          undone={t("done.undone")}
          onUndo={() => act.retract(ward.slug, done.jti, done.place)}
          onClose={() => setDone(null)}
        />
      )}
    </>
  );
}

const STATES = new Map<string, OpinionFilter["state"]>([
  [LATE, "late"],
  [CROSSING, "crossing"],
]);

const ANY: OpinionFilter = { state: null, area: null, kind: null, article: null };
