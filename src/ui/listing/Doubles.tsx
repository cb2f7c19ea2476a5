import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { likelyFinder } from "../../domain/words/likeness.ts";
import { searcher } from "../../domain/words/searcher.ts";
import type { HouseholdRow } from "../../phone/api/phone.ts";
import { useTellLastAct } from "../household/tell-last-act.ts";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/hooks/use-say.ts";
import { Alike } from "./Alike.tsx";
import type { OpenInfoProps } from "./open-info.ts";

/** Households that may be this one a second time, found by likeness or by searching, and the way to make them one. */
export function Doubles({ membership, ward, household, rows }: OpenInfoProps) {
  const { t } = useTranslation("listing");
  const { t: common } = useTranslation("common");
  const { act } = usePhone();
  const tellLast = useTellLastAct(membership.ward);
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [query, setQuery] = useState("");
  const [into, setInto] = useState<HouseholdRow | null>(null);
  const others = useMemo(() => rows.filter(({ id }) => id !== household.id), [rows, household.id]);
  const matches = useMemo(() => {
    if (query.trim() === "") return likelyFinder(others)(household);
    const meets = searcher(query);
    return others.filter(({ search }) => meets(search)).map((row) => ({ row, likeness: null }));
  }, [others, household, query]);

  async function merge(heir: HouseholdRow) {
    const said = { type: "household.merged", sub: household.id, body: { into: heir.id } };
    const done = await run(() => act.say(membership.ward, [said]));
    if (!done.ok) return;
    tellLast({
      sub: heir.id,
      number: heir.number,
      jtis: done.value,
      places: [household.id],
      words: t("keptChanges.merge"),
      what: t("merge"),
      dropped: null,
    });
    navigate(`/ho/${heir.id}`, { replace: true });
  }

  return (
    <section>
      <h2>{t("twice")}</h2>
      {matches.length === 0 && query.trim() === "" && <p className="quiet">{t("twiceNone")}</p>}
      <Alike
        matches={matches.slice(0, MOST)}
        ward={ward}
        label={t("twice")}
        choice={{
          words: ({ number, head }) =>
            t("mergeInto", {
              number: number ?? common("household.noNumber"),
              head: head ?? common("household.noName"),
            }),
          onChoose: setInto,
        }}
      />
      <SearchField label={t("find")} initial="" onSearch={setQuery} />
      {into && (
        <Dialog title={t("mergeTitle")} onClose={() => setInto(null)}>
          <p>{t("mergeText", { from: wordsOf(household), into: wordsOf(into) })}</p>
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button onClick={() => setInto(null)}>{common("cancel")}</Button>
            <Button look="primary" disabled={busy} onClick={() => void merge(into)}>
              {t("merge")}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );

  function wordsOf({ number, head }: Pick<HouseholdRow, "number" | "head">): string {
    return `${number ?? common("household.noNumber")} · ${head ?? common("household.noName")}`;
  }
}

const MOST = 6;
