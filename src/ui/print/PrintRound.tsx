import { Printer } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../domain/household/nameless.ts";
import { isWithin } from "../../domain/ids.ts";
import { formatDate, formatTime } from "../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { placeTitle } from "../parts/words/area-names.ts";
import { Button } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { ScrollSideways } from "../parts/ScrollSideways.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { byGroup } from "../round/select-rows.ts";
import { print as words } from "../text/vi/print.ts";
import "./Print.css";

/** `/danh-sach/in/<area>`: the households of a tổ on paper, with room to write, for the day when the phone is dead. */
export function PrintRound({ area }: { readonly area: string }) {
  useApartWords("print", words);
  const { t } = useTranslation("print");
  const { membership, ward } = useHere();
  const slug = isAtWork(membership) ? membership.ward : null;
  const rows = useLive("round", slug);
  const groups = useMemo(
    () =>
      byGroup((rows ?? []).filter((row) => (area === "" || isWithin(row.area, area)) && !isNameless(row))),
    [rows, area],
  );
  if (membership !== undefined && !isAtWork(membership)) {
    return (
      <Screen title={t("round")} back="/di-ho">
        <EmptyState title={t("round")} />
      </Screen>
    );
  }
  if (!ward || !rows) return <Screen title={t("round")} back="/di-ho" />;
  return (
    <Screen
      title={t("round")}
      back="/di-ho"
      tabs={false}
      footer={
        <Button look="primary" wide icon={Printer} onClick={() => window.print()}>
          {t("printRound")}
        </Button>
      }
    >
      <p className="sheet-controls">{t("roundIntro")}</p>
      {[...groups].map(([code, some]) => (
        <GroupSheet key={code} code={code} rows={some} ward={ward} />
      ))}
    </Screen>
  );
}

function GroupSheet({ code, rows, ward }: GroupSheetProps) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT("vi", "print");
  const common = i18n.getFixedT("vi", "common");
  const now = usePhone().now(ward.slug);
  return (
    <article className="sheet" lang="vi">
      <h2 className="sheet-title">{t("paper.roundTitle")}</h2>
      <p className="sheet-about">{`${placeTitle(ward, code).replaceAll(" · ", ", ")}, ${ward.name}`}</p>
      <p>{t("paper.roundPrinted", { time: `${formatTime(now)} ${formatDate(now)}`, count: rows.length })}</p>
      <ScrollSideways label={placeTitle(ward, code)}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`paper.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.number}</td>
                <td>{row.head ?? common("household.noName")}</td>
                <td>{row.address}</td>
                <td>{row.members}</td>
                <td>{recorded(row)}</td>
                <td>{"\u00a0"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      <p>{t("paper.keepSafe")}</p>
    </article>
  );

  /** On a paper that may be lost nobody reads who has not agreed. */
  function recorded({ status }: HouseholdRow): string {
    if (status.word === "none") return "";
    if (status.word === "refused") return t("paper.met");
    if (status.word !== "again" || status.appointment === null) return common(`status.${status.word}`);
    const day = formatDate(status.appointment).slice(0, 5);
    return common("status.appointment", { time: formatTime(status.appointment), day });
  }
}

const COLUMNS = ["number", "head", "address", "members", "status", "today"] as const;

interface GroupSheetProps {
  readonly code: string;
  readonly rows: readonly HouseholdRow[];
  readonly ward: WardView;
}
