import { FileDown, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { grantDraft, namedWithdrawalDraft, type Commendation } from "../../../domain/ward/commendations.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { DecisionPaper } from "./DecisionPaper.tsx";
import type { PraiseProps } from "./form-props.ts";
import { NamedDialog } from "./NamedDialog.tsx";
import { isShown } from "./use-praise.ts";

/** Who was praised, year by year: certificates, the decision's list, and whether a household is named in the handbook. */
export function GrantedTable(props: PraiseProps & { readonly granted: readonly Commendation[] }) {
  const { ward, rows, busy, titleOf, titleOnPaper, onRecord, granted } = props;
  const { t } = useTranslation("praise");
  const years = [...new Set(granted.map(({ period }) => period))].sort().toReversed();
  const [chosen, setChosen] = useState("");
  const [naming, setNaming] = useState<Commendation | null>(null);
  const [isListing, setListing] = useState(false);
  const year = years.includes(chosen) ? chosen : (years[0] ?? "");
  const here = granted.filter(({ period }) => period === year);
  const table = useTable(here, {
    sorts: sortsOf(titleOf, (one) => isHouseholdId(one.place) && !isShown(one, ward)),
    wordsOf: (one) => [titleOf(one), one.reason, one.decision, one.name].join(" "),
  });
  return (
    <section className="office-card">
      <h2>{t("grantedTitle")}</h2>
      {granted.length === 0 ? (
        <p className="quiet">{t("noneGranted")}</p>
      ) : (
        <>
          <Choices label={t("year")}>
            {years.map((one) => (
              <ChoiceChip key={one} chosen={year === one} onChoose={() => setChosen(one)}>
                {t("ofYear", { year: one })}
              </ChoiceChip>
            ))}
          </Choices>
          <div className="praise-acts office-noprint">
            <ButtonLink icon={Printer} href={`/phuong/khen-thuong/in/${year}`}>
              {t("printAll", { count: here.length, number: here.length })}
            </ButtonLink>
            <Button icon={FileDown} onClick={() => setListing(true)}>
              {t("paper.open")}
            </Button>
          </div>
          <TableTools table={table} title={t("grantedTitle")} />
          <ScrollSideways label={t("grantedScroll")}>
            <table className="office-table praise-table">
              <thead>
                <tr>
                  <SortHeading of={table} column="whom">
                    {t("whomColumn")}
                  </SortHeading>
                  <SortHeading of={table} column="decision" isFalling>
                    {t("decisionColumn")}
                  </SortHeading>
                  <SortHeading of={table} column="handbook">
                    {t("inHandbook")}
                  </SortHeading>
                  <th scope="col" className="office-noprint">
                    {t("act")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {table.shown.map((one) => (
                  <tr key={one.jti}>
                    <th scope="row">
                      {titleOf(one)}
                      {one.reason !== undefined && <span className="praise-small">{one.reason}</span>}
                    </th>
                    <td className="praise-decision">
                      {one.decision ?? "–"}
                      <span className="praise-small">{formatDate(one.on)}</span>
                    </td>
                    <td>{handbookOf(one)}</td>
                    <td className="office-noprint">
                      <span className="praise-acts">
                        <ButtonLink
                          look="quiet"
                          href={`/phuong/khen-thuong/in/${one.jti}`}
                          aria-label={t("printOf", { name: titleOf(one) })}
                        >
                          {t("print")}
                        </ButtonLink>
                        <Button
                          look="quiet"
                          disabled={busy}
                          aria-label={t("dropOf", { name: titleOf(one) })}
                          onClick={() =>
                            void onRecord({
                              drop: { jti: one.jti, place: one.place, again: grantDraft(one) },
                              words: t("droppedGrant"),
                            })
                          }
                        >
                          {t("drop")}
                        </Button>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollSideways>
          <p className="quiet">{t("handbookNote")}</p>
        </>
      )}
      {naming && (
        <NamedDialog
          {...props}
          one={naming}
          row={rows.find(({ id }) => id === naming.place)}
          onClose={() => setNaming(null)}
        />
      )}
      {isListing && (
        <DecisionPaper ward={ward} granted={here} titleOf={titleOnPaper} onClose={() => setListing(false)} />
      )}
    </section>
  );

  function handbookOf(one: Commendation) {
    if (!isHouseholdId(one.place)) return t("groupShown");
    if (!isShown(one, ward)) {
      return (
        <>
          {t("notNamed")}{" "}
          <Button
            look="quiet"
            aria-label={t("nameOf", { name: titleOf(one) })}
            onClick={() => setNaming(one)}
          >
            {t("nameThem")}
          </Button>
        </>
      );
    }
    return (
      <>
        {one.name}{" "}
        <Button
          look="quiet"
          disabled={busy}
          aria-label={t("unnameOf", { name: titleOf(one) })}
          onClick={() => void onRecord({ says: [namedWithdrawalDraft(one.place)], words: t("unnamed") })}
        >
          {t("unname")}
        </Button>
      </>
    );
  }
}

function sortsOf(
  titleOf: (one: Commendation) => string,
  isUnnamed: (one: Commendation) => boolean,
): Readonly<Record<"whom" | "decision" | "handbook", Sort<Commendation>>> {
  return {
    whom: byText(titleOf),
    decision: byText(({ on, decision }) => `${on} ${decision ?? ""}`),
    // Whoever may still be asked for the consent stands first.
    handbook: byNumber((one) => (isUnnamed(one) ? 0 : 1)),
  };
}
