import { useTranslation } from "react-i18next";
import type { DataRequest } from "../../../domain/matters/data-requests.ts";
import { certaintyOf, daysUntil, dueAt } from "../../../domain/matters/request-clock.ts";
import { stateOfRequest } from "../../../domain/matters/request-state.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { saidWords } from "../../parts/words/when.ts";
import { byName, byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import type { RequestLine } from "./request-line.ts";

/** A line for each request, with the days that the law leaves. */
export function RequestTable({ ward, title, lines, now, onOpen }: RequestTableProps) {
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  const { t: office } = useTranslation("office");
  const table = useTable(lines, {
    sorts: SORTS,
    wordsOf: ({ request, household }) =>
      [
        t(`kinds.${request.kind}`),
        householdName(common, household),
        household.area === null ? "" : placeTitle(ward, household.area),
      ].join(" "),
  });
  return (
    <>
      <TableTools table={table} title={title} />
      <ScrollSideways label={t("table.scroll")}>
        <table className="office-table requests-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHeading key={column} of={table} column={column}>
                  {t(`table.${column}`)}
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.shown.map(({ request, household, crossing }) => (
              <tr key={request.jti}>
                <th scope="row">
                  <button type="button" className="office-open" onClick={() => onOpen(request.jti)}>
                    {t(`kinds.${request.kind}`)}
                  </button>
                  <p className="quiet">
                    {t("came", {
                      on: saidWords(common, request, formatDate(request.at)),
                      channel: t(`channels.${request.channel}`),
                    })}
                  </p>
                </th>
                <td>
                  {householdName(common, household)}
                  {household.area !== null && <p className="quiet">{placeTitle(ward, household.area)}</p>}
                </td>
                <td>
                  <Due request={request} now={now} />
                </td>
                <td>
                  <Chip tone={TONES[stateOfRequest(request)]}>{t(`states.${stateOfRequest(request)}`)}</Chip>
                  {crossing.length > 0 && (
                    <p>
                      <Chip tone="refused">{office("crossing.chip")}</Chip>
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </>
  );
}

const COLUMNS = ["what", "household", "due", "state"] as const;

const SORTS: Readonly<Record<(typeof COLUMNS)[number], Sort<RequestLine>>> = {
  // Within a kind as they come: what is due first.
  what: byText(({ request }) => request.kind),
  household: byName(({ household }) => household.head),
  due: byNumber(({ request }) => dueAt(request)),
  state: byNumber(({ request }) => Object.keys(TONES).indexOf(stateOfRequest(request))),
};

const TONES: Readonly<Record<ReturnType<typeof stateOfRequest>, Tone>> = {
  waiting: "again",
  accepted: "given",
  done: "signed",
  refused: "plain",
  erased: "plain",
};

function Due({ request, now }: { readonly request: DataRequest; readonly now: number }) {
  const { t } = useTranslation("officeRequests");
  const due = dueAt(request);
  if (due === null) return <>{t("due.none")}</>;
  const days = daysUntil(due, now);
  return (
    <>
      {days < 0 ? (
        <Chip tone="refused">{t("due.over", { count: -days })}</Chip>
      ) : days === 0 ? (
        <Chip tone="again">{t("due.today")}</Chip>
      ) : (
        t("due.left", { count: days })
      )}
      <p className="quiet">{t("due.until", { on: formatDate(due) })}</p>
      <Doubt request={request} />
    </>
  );
}

/** What is not known of the days off that were counted. */
function Doubt({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslation("officeRequests");
  const certainty = certaintyOf(request);
  if (!certainty) return null;
  const { provisional, unknownYears } = certainty;
  return (
    <>
      {unknownYears.length > 0 && (
        <p className="quiet">{t("due.unknown", { years: unknownYears.join(", ") })}</p>
      )}
      {provisional && <p className="quiet">{t("due.provisional")}</p>}
    </>
  );
}

interface RequestTableProps {
  readonly ward: WardView;
  /** What the table is called. */
  readonly title: string;
  readonly lines: readonly RequestLine[];
  /** Seconds. */
  readonly now: number;
  readonly onOpen: (jti: string) => void;
}
