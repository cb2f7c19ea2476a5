import { useTranslation } from "react-i18next";
import type { DataRequest } from "../../../domain/data-requests.ts";
import { certaintyOf, daysUntil, dueAt } from "../../../domain/request-clock.ts";
import { stateOfRequest } from "../../../domain/request-state.ts";
import { formatDate } from "../../../domain/vietnamese-format.ts";
import type { WardView } from "../../../phone/phone.ts";
import { placeTitle } from "../../parts/area-names.ts";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { householdName } from "../../parts/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { saidWords } from "../../parts/when.ts";
import type { RequestLine } from "./request-line.ts";

/** A line for each request, with the days that the law leaves. */
export function RequestTable({ ward, lines, now, onOpen }: RequestTableProps) {
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  return (
    <ScrollSideways label={t("table.scroll")}>
      <table className="office-table requests-table">
        <thead>
          <tr>
            <th scope="col">{t("table.what")}</th>
            <th scope="col">{t("table.household")}</th>
            <th scope="col">{t("table.due")}</th>
            <th scope="col">{t("table.state")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ request, household }) => (
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

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
  readonly lines: readonly RequestLine[];
  /** Seconds. */
  readonly now: number;
  readonly onOpen: (jti: string) => void;
}
