import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AmendmentCase } from "../../../domain/amendment/amendment-case.ts";
import { stateOf, type AmendmentState } from "../../../domain/amendment/count.ts";
import { legalDays } from "../../../domain/amendment/deadlines.ts";
import { nextSteps } from "../../../domain/amendment/next-steps.ts";
import { covenantDecisions, type CovenantDecision } from "../../../domain/covenant/covenant-standing.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { useRecording } from "../use-recording.ts";
import { amendmentAddress } from "./addresses.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { DecisionList, droppedDecision } from "./DecisionList.tsx";
import { NewAmendmentForm } from "./NewAmendmentForm.tsx";

/** All files with how they stand, and the form that opens one. */
export function AmendmentList({
  ward,
  files,
}: {
  readonly ward: WardView;
  readonly files: readonly AmendmentCase[];
}) {
  const { t } = useTranslation("amendment");
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const [correcting, correct] = useState<CovenantDecision | null>(null);
  const decisions = useMemo(() => covenantDecisions(ward.records), [ward.records]);
  return (
    <>
      <p className="amendment-intro">{t("intro")}</p>
      <p className="amendment-intro">{t("noVoting")}</p>
      <div className="office-columns">
        <div className="office-column">
          <section className="office-card">
            <h2>{t("list")}</h2>
            {files.length === 0 ? (
              <>
                <p>{t("none")}</p>
                <p className="quiet">{t("noneText")}</p>
              </>
            ) : (
              <Files ward={ward} files={files} />
            )}
          </section>
          <DecisionList
            ward={ward}
            decisions={decisions}
            onCorrect={correct}
            onDrop={(one) => {
              correct(null);
              void record({ drop: droppedDecision(one), words: t("dropped") });
            }}
          />
        </div>
        <div className="office-column">
          <NewAmendmentForm ward={ward} />
          <DecisionForm
            key={correcting?.jti ?? ""}
            ward={ward}
            decisions={decisions}
            of={correcting}
            busy={busy}
            trouble={trouble}
            onRecord={async (say) => {
              const done = await record(say);
              if (done) correct(null);
              return done;
            }}
          />
          {correcting && (
            <Button look="quiet" onClick={() => correct(null)}>
              {t("cancel")}
            </Button>
          )}
        </div>
      </div>
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );
}

function Files({ ward, files }: { readonly ward: WardView; readonly files: readonly AmendmentCase[] }) {
  const { t } = useTranslation("amendment");
  const table = useTable(files, {
    sorts: SORTS,
    wordsOf: ({ title, area }) => `${title} ${areaName(ward, area)}`,
  });
  return (
    <>
      <TableTools table={table} title={t("list")} />
      <ScrollSideways label={t("table.scroll")}>
        <table className="office-table amendment-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHeading key={column} of={table} column={column}>
                  {t(`table.${column}`)}
                </SortHeading>
              ))}
              <th scope="col">{t("table.next")}</th>
            </tr>
          </thead>
          <tbody>
            {table.shown.map((file) => (
              <tr key={file.id}>
                <th scope="row">
                  <Link className="office-open" href={amendmentAddress(file.id)}>
                    {file.title === "" ? t("untitled") : file.title}
                  </Link>
                  <p className="quiet">
                    {t(`kinds.${file.kind}`)} · {t("opened", { date: formatDate(file.at) })}
                  </p>
                </th>
                <td>{areaName(ward, file.area)}</td>
                <td>
                  <StateChip state={stateOf(file)} />
                </td>
                <td>
                  <NextWords file={file} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </>
  );
}

/** Where a file stands. */
export function StateChip({ state }: { readonly state: AmendmentState }) {
  const { t } = useTranslation("amendment");
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>;
}

function NextWords({ file }: { readonly file: AmendmentCase }) {
  const { t } = useTranslation("amendment");
  const [next] = nextSteps(file);
  if (next === undefined) return null;
  const { earliest, latest } = legalDays(file, next);
  return (
    <>
      {t(`steps.${next}`)}
      {earliest !== null && <p className="quiet">{t("days.earliest", { date: formatDate(earliest) })}</p>}
      {latest !== null && <p className="quiet">{t("days.latest", { date: formatDate(latest.date) })}</p>}
    </>
  );
}

const TONES: Readonly<Record<AmendmentState, Tone>> = {
  underWay: "given",
  noQuorum: "again",
  notAdopted: "refused",
  adopted: "given",
  refused: "refused",
  recognised: "signed",
  inForce: "signed",
  ended: "plain",
};

const COLUMNS = ["file", "where", "state"] as const;

const SORTS: Readonly<Record<(typeof COLUMNS)[number], Sort<AmendmentCase>>> = {
  file: byText(({ title }) => title),
  where: byText(({ area }) => area),
  // In the order of the way that each goes.
  state: byNumber((file) => Object.keys(TONES).indexOf(stateOf(file))),
};
