import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow, Membership, WardView } from "../../phone/api/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { byGroup } from "./select-rows.ts";
import { useChosenArea } from "./use-chosen-area.ts";

/** What every screen of a round stands on, once it is known; says so to whoever has none. */
export function OnRound({ back, children }: OnRoundProps) {
  const { t } = useTranslation("round");
  const { membership, ward } = useHere();
  const slug = isAtWork(membership) ? membership.ward : null;
  const rows = useLive("round", slug);
  const groups = useMemo(() => rows && byGroup(rows), [rows]);
  const choice = useChosenArea(slug, groups);
  if (membership !== undefined && !isAtWork(membership)) {
    return (
      <Screen title={t("title")}>
        <EmptyState title={t("reader")}>
          <p>{t("readerText")}</p>
          <p>{t("wasEnrolled")}</p>
        </EmptyState>
      </Screen>
    );
  }
  if (!isAtWork(membership) || !ward || !rows || !groups || !choice)
    return <Screen title={t("title")} {...(back === undefined ? {} : { back })} />;
  return children({ membership, ward, rows, groups, area: choice.area, onChoose: choice.choose });
}

interface OnRoundProps {
  /** Where its head leads back to. */
  readonly back?: string;
  readonly children: (round: RoundProps) => ReactNode;
}

/** A round as this phone has it. */
export interface RoundProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly groups: ReadonlyMap<string, readonly HouseholdRow[]>;
  /** The tổ that was chosen; "" for all in sight. */
  readonly area: string;
  readonly onChoose: (area: string) => void;
}
