import { lazy, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/HereContext.tsx";
import { NotHere } from "../parts/NotHere.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useApartWords } from "../parts/use-apart-words.ts";
import { useLive } from "../parts/use-live.ts";
import { byGroup } from "../round/select-rows.ts";
import { useChosenArea } from "../round/use-chosen-area.ts";
import { walk as words } from "../text/vi/walk.ts";
import { DayEnd } from "./DayEnd.tsx";
import { Order } from "./Order.tsx";
import type { WalkProps } from "./walk-props.ts";

/** `/di-ho/<part>`: the whole order that is proposed, a meeting, the end of the day. */
export function Walk({ part }: { readonly part: string }) {
  useApartWords("walk", words);
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
        </EmptyState>
      </Screen>
    );
  }
  if (!isAtWork(membership) || !ward || !rows || !groups || !choice)
    return <Screen title={t("title")} back="/di-ho" />;
  const props: WalkProps = { membership, ward, rows, groups, area: choice.area, onChoose: choice.choose };
  if (part === "thu-tu") return <Order {...props} />;
  if (part === "hop") return <Meeting {...props} />;
  if (part === "cuoi-ngay") return <DayEnd {...props} />;
  return <NotHere />;
}

// What signatures take is fetched only where somebody signs.
const Meeting = lazy(async () => ({ default: (await import("./Meeting.tsx")).Meeting }));
