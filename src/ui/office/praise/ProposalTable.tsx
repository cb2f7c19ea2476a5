import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommendationRule } from "../../../domain/ward/commendation-rules.ts";
import { COMMENDATION_LEVELS, grantDraft, type Commendation } from "../../../domain/ward/commendations.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { TextField } from "../form-parts.tsx";
import { byName, byText } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import type { PraiseProps } from "./form-props.ts";
import type { PraiseDraft } from "./praise-draft.ts";

/** Who is put forward, by rule or by whom; those that stay ticked are decided upon together, by one decision. */
export function ProposalTable(props: ProposalTableProps) {
  const { ward, busy, titleOf, onRecord, proposals, rules, value, onChange, onDrop } = props;
  const { t } = useTranslation("praise");
  const numbers = useNumbers();
  const [trouble, setTrouble] = useState<string | null>(null);
  const chosen = proposals.filter(({ jti }) => !value.left.includes(jti));

  async function decide() {
    const { number, on } = value;
    if (chosen.length === 0) return setTrouble(t("needChosen"));
    if (number.trim() === "" || on === "") return setTrouble(t("needDecision"));
    setTrouble(null);
    const says = chosen.map((one) =>
      grantDraft({ ...one, on, decision: number.trim(), proposal: one.jti, consent: undefined }),
    );
    const words = t("granted", { number: numbers.integer(chosen.length) });
    if (await onRecord({ says, words })) onChange({ ...value, number: "", left: [] });
    return undefined;
  }

  // Not searched: what is decided upon must be in sight.
  const table = useTable(proposals, {
    sorts: {
      whom: byText<Commendation>(titleOf),
      reason: byText<Commendation>(({ reason }) => reason),
      by: byName<Commendation>(byWords),
    },
  });

  return (
    <section className="office-card">
      <h2>{t("proposals")}</h2>
      {proposals.length === 0 ? (
        <p className="quiet">{t("noProposals")}</p>
      ) : (
        <>
          <TableTools table={table} title={t("proposals")} />
          <ScrollSideways label={t("proposalsScroll")}>
            <table className="office-table praise-table">
              <thead>
                <tr>
                  <SortHeading of={table} column="whom">
                    {t("whomColumn")}
                  </SortHeading>
                  <SortHeading of={table} column="reason">
                    {t("reasonColumn")}
                  </SortHeading>
                  <SortHeading of={table} column="by">
                    {t("by")}
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
                      <CheckBox
                        checked={!value.left.includes(one.jti)}
                        onChange={(on) => {
                          const others = value.left.filter((jti) => jti !== one.jti);
                          onChange({ ...value, left: on ? others : [...others, one.jti] });
                        }}
                      >
                        {titleOf(one)}
                        <span className="praise-small">
                          {levelWords(one.level)} · {one.period}
                        </span>
                      </CheckBox>
                    </th>
                    <td>{one.reason ?? t("noReason")}</td>
                    <td>{byWords(one)}</td>
                    <td className="office-noprint">
                      <Button
                        look="quiet"
                        disabled={busy}
                        aria-label={t("dropOf", { name: titleOf(one) })}
                        onClick={() => void onDrop(one)}
                      >
                        {t("dropProposal")}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollSideways>
          <form
            className="praise-decide"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void decide();
            }}
          >
            <div className="praise-pair">
              <TextField
                label={t("decisionNumber")}
                value={value.number}
                onChange={(number) => onChange({ ...value, number })}
              />
              <TextField
                label={t("decisionDay")}
                type="date"
                value={value.on}
                onChange={(on) => onChange({ ...value, on })}
              />
            </div>
            {trouble !== null && (
              <p className="trouble" role="alert">
                {trouble}
              </p>
            )}
            <Button look="primary" type="submit" wide aria-disabled={busy}>
              {t("decide", { number: numbers.integer(chosen.length) })}
            </Button>
          </form>
        </>
      )}
    </section>
  );

  function byWords({ byRule, kid }: Commendation): string {
    if (byRule !== undefined)
      return t("byRule", { name: rules.find(({ jti }) => jti === byRule)?.name ?? t("ruleGone") });
    const { personName, deviceName } = ward.devices[kid] ?? {};
    return personName ?? deviceName ?? t("somebody");
  }

  function levelWords(level: string): string {
    const known = COMMENDATION_LEVELS.find((one) => one === level);
    return known ? t(`levels.${known}`) : level;
  }
}

interface ProposalTableProps extends PraiseProps {
  readonly proposals: readonly Commendation[];
  readonly rules: readonly CommendationRule[];
  readonly value: PraiseDraft["decision"];
  readonly onChange: (value: PraiseDraft["decision"]) => void;
  readonly onDrop: (one: Commendation) => Promise<boolean>;
}
