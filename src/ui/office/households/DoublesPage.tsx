import { CircleCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { err, ok } from "../../../domain/result.ts";
import { findDoubles } from "../../../domain/words/likeness.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { statusWords } from "../../parts/words/status-words.ts";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { alikeApart } from "./alike-groups.ts";
import { groupKey, notSameKey, readNotSame } from "./not-same.ts";
import type { PartProps } from "./part-props.ts";

interface Merged {
  readonly into: HouseholdRow;
  readonly said: readonly { readonly jti: string; readonly sub: string }[];
}

/** Households that stand twice in the list, side by side: merged, or remembered not to be one. */
export function DoublesPage({ ward, rows }: PartProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const { act } = usePhone();
  const announce = useAnnounce();
  const { run, busy, trouble } = useSay();
  const kept = useLive("draft", notSameKey(ward.slug));
  const [merged, setMerged] = useState<Merged | null>(null);
  const doubles = useMemo(() => findDoubles(rows), [rows]);
  const different = readNotSame(kept);
  const open = doubles.filter((group) => !different.includes(groupKey(group)));
  const allAlike = useMemo(() => alikeApart(rows, doubles), [rows, doubles]);
  const alike = allAlike.filter((group) => !different.includes(groupKey(group)));
  const passed = doubles.length + allAlike.length - open.length - alike.length;

  async function merge(into: HouseholdRow, group: readonly HouseholdRow[]) {
    const others = group.filter((one) => one !== into);
    const drafts = others.map(({ id }) => ({ type: "household.merged", sub: id, body: { into: into.id } }));
    const done = await run(() => act.say(ward.slug, drafts));
    if (!done.ok) return;
    setMerged({ into, said: done.value.map((jti, at) => ({ jti, sub: others[at]?.id ?? "" })) });
  }

  async function remember(groups: readonly string[], words: string) {
    await act.keepDraft(notSameKey(ward.slug), groups);
    announce(words);
  }

  async function undo({ said }: Merged) {
    for (const { jti, sub } of said) {
      const taken = await act.retract(ward.slug, jti, sub);
      if (!taken.ok) return err(taken.error);
    }
    return ok(null);
  }

  if (kept === undefined) return null;
  return (
    <>
      <Trouble text={trouble} />
      {open.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t("double.none")}>
          <p>{t("double.noneText")}</p>
        </EmptyState>
      ) : (
        <p>{t("double.intro")}</p>
      )}
      {open.map((group) => (
        <section key={groupKey(group)} className="office-card doubles-group">
          <h2>{t("double.group", { head: group[0]?.head ?? "" })}</h2>
          <ul>
            {group.map((row) => (
              <li key={row.id}>
                <Card ward={ward} row={row} />
                <Button
                  disabled={busy}
                  aria-label={t("double.keepOf", { household: householdName(common, row) })}
                  onClick={() => void merge(row, group)}
                >
                  {t("double.keep")}
                </Button>
              </li>
            ))}
          </ul>
          <Button
            look="quiet"
            aria-label={t("double.differentOf", { head: group[0]?.head ?? "" })}
            onClick={() => void remember([...different, groupKey(group)], t("double.remembered"))}
          >
            {t("double.different")}
          </Button>
        </section>
      ))}
      {alike.length > 0 && <p>{t("alike.intro")}</p>}
      {alike.map((group) => (
        <section key={groupKey(group)} className="office-card doubles-group">
          <h2>{t("alike.group", alikeWords(group))}</h2>
          <ul>
            {group.map((row) => (
              <li key={row.id}>
                <Card ward={ward} row={row} />
              </li>
            ))}
          </ul>
          <Button
            look="quiet"
            aria-label={t("alike.leaveOf", alikeWords(group))}
            onClick={() => void remember([...different, groupKey(group)], t("alike.left"))}
          >
            {t("alike.leave")}
          </Button>
        </section>
      ))}
      {passed > 0 && (
        <Button look="quiet" onClick={() => void remember([], t("double.again", { count: passed }))}>
          {t("double.again", { count: passed })}
        </Button>
      )}
      {merged && (
        <UndoToast
          key={merged.said[0]?.jti}
          words={t("double.merged", { household: householdName(common, merged.into) })}
          undone={t("double.undone")}
          onUndo={() => undo(merged)}
          onClose={() => setMerged(null)}
        />
      )}
    </>
  );

  function alikeWords([first]: readonly HouseholdRow[]) {
    return { number: first?.number ?? "", place: placeTitle(ward, first?.area ?? "") };
  }
}

function Card({ ward, row }: { readonly ward: WardView; readonly row: HouseholdRow }) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  return (
    <>
      <h3>
        <Link href={`/ho/${row.id}`}>{householdName(common, row)}</Link>
      </h3>
      <dl>
        <dt>{t("area")}</dt>
        <dd>{placeTitle(ward, row.area)}</dd>
        <dt>{t("address")}</dt>
        <dd>{row.address}</dd>
        <dt>{t("members")}</dt>
        <dd>{row.members}</dd>
        <dt>{t("state")}</dt>
        <dd>
          <Chip tone={row.status.word}>{statusWords(common, row.status, now(ward.slug))}</Chip>
        </dd>
      </dl>
      {row.note && <p>{row.note}</p>}
    </>
  );
}
