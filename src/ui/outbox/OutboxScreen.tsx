import { Inbox, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Membership, OutboxLine } from "../../phone/api/phone.ts";
import { PRACTICE_WARD } from "../../phone/api/practice-ward.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { CarryOver } from "./CarryOver.tsx";
import { OutboxSection } from "./OutboxSection.tsx";
import { SendNow } from "./SendNow.tsx";
import "./OutboxScreen.css";

/** `/so-gui`: what became of each record that this phone made. */
export function OutboxScreen() {
  const { t } = useTranslation("outbox");
  const { membership } = useHere();
  if (membership === undefined) return <Screen title={t("title")}>{null}</Screen>;
  if (!membership || !WRITERS.has(membership.role)) {
    return (
      <Screen title={t("title")}>
        <EmptyState icon={Inbox} title={t("reader")}>
          <p>{t("readerText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  return <Outbox key={membership.ward} membership={membership} />;
}

const WRITERS: ReadonlySet<string> = new Set(["office", "volunteer", "household"]);

function Outbox({ membership }: { readonly membership: Membership }) {
  const { ward } = membership;
  const { t } = useTranslation("outbox");
  const [most, setMost] = useState<number>();
  const lines = useLastKnown(useLive("outbox", ward, most));
  const received = useLive("received", ward);
  const rows = useLive("round", ward);
  const groups = useMemo(() => groupLines(lines ?? []), [lines]);
  const conflicts = useMemo(() => (rows ?? []).filter(({ status }) => status.conflict), [rows]);
  // A practice has nowhere to send to.
  const mayGo = ward !== PRACTICE_WARD;
  const attention = groups.attention.length + conflicts.length;
  return (
    <Screen title={t("title")} subtitle={t("subtitle")} banner={<SendingBanner ward={ward} />}>
      {/* Not before it is known: a 0 would say that nothing waits. */}
      {lines && received !== undefined && (
        <dl className="outbox-counts" aria-label={t("counts.label")}>
          <Count number={groups.unsent.length} word={t("counts.unsent")} />
          <Count number={received} word={t("counts.received")} />
          <Count number={attention} word={t("counts.attention")} warn={attention > 0} />
          {groups.held.length > 0 && <Count number={groups.held.length} word={t("counts.held")} />}
        </dl>
      )}
      {mayGo && <SendNow ward={ward} />}
      {conflicts.map(({ id, number }) => (
        <Card key={id} tone="again">
          <h2 className="outbox-conflict">
            <TriangleAlert aria-hidden /> {t("conflict", { number: number ?? "–" })}
          </h2>
          <p>{t("conflictText")}</p>
          <ButtonLink href={isAtWork(membership) && mayGo ? `/ho/${id}/hai-ban` : `/ho/${id}`} wide>
            {t("conflictOpen")}
          </ButtonLink>
        </Card>
      ))}
      {lines?.length === 0 && (
        <EmptyState icon={Inbox} title={t("empty")}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      <OutboxSection title={t("attention")} ward={ward} lines={groups.attention} />
      <OutboxSection title={t("held")} ward={ward} lines={groups.held} />
      <OutboxSection title={t("unsent")} ward={ward} lines={groups.unsent} />
      {mayGo && <CarryOver ward={ward} />}
      <OutboxSection
        title={t("received")}
        ward={ward}
        lines={groups.received}
        readOn={
          lines && received !== undefined && received > groups.received.length
            ? () => setMost(lines.length + FURTHER)
            : undefined
        }
      />
    </Screen>
  );
}

/** Records that are read on at a time. */
const FURTHER = 300;

/** What was known last, while more is being read. */
function useLastKnown<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

function Count({
  number,
  word,
  warn,
}: {
  readonly number: number;
  readonly word: string;
  readonly warn?: boolean;
}) {
  const numbers = useNumbers();
  return (
    <div className={warn ? "outbox-count outbox-count-warn" : "outbox-count"}>
      <dt>{word}</dt>
      <dd>{numbers.integer(number)}</dd>
    </div>
  );
}

/** Latest first, each where somebody looks for it. */
function groupLines(lines: readonly OutboxLine[]) {
  const latest = [...lines].sort((a, b) => b.at - a.at || (a.jti < b.jti ? 1 : -1));
  const of = (...standings: readonly OutboxLine["standing"][]) =>
    latest.filter(({ standing }) => standings.includes(standing));
  return {
    attention: of("rejected", "refused"),
    held: of("held"),
    unsent: of("unsent"),
    received: of("received"),
  };
}
