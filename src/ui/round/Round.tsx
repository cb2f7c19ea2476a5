import { ListFilter } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow } from "../../phone/api/phone.ts";
import { useKeepLook } from "../look/use-keep-look.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { useKeptScroll } from "../parts/hooks/use-kept-scroll.ts";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { useTakeUpdate } from "../parts/hooks/use-take-update.ts";
import { useWhole } from "../parts/hooks/use-whole.ts";
import { AreaChoice } from "./AreaChoice.tsx";
import { FilterChoice } from "./FilterChoice.tsx";
import { Groups } from "./Groups.tsx";
import { HouseholdList } from "./HouseholdList.tsx";
import { NextUp } from "./NextUp.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { OnRound, type RoundProps } from "./OnRound.tsx";
import { PartBanner } from "./PartBanner.tsx";
import { roundTitle } from "./round-title.ts";
import { countStatuses, selectRows, type StatusWord } from "./select-rows.ts";
import { StorageBanner } from "./StorageBanner.tsx";
import { Wall } from "./Wall.tsx";
import "./Round.css";

/** The round: the households of this phone's areas, by tổ, as a wall and as a list, to be filtered and searched. */
export function Round() {
  useTakeUpdate();
  return <OnRound>{(round) => <OpenRound {...round} />}</OnRound>;
}

function OpenRound({ membership, ward, rows, groups, area, onChoose }: RoundProps) {
  const { t } = useTranslation("round");
  const { now } = usePhone();
  const [filter, setFilter] = useKept<StatusWord | null>("round/filter", null);
  const [query, setQuery] = useKept("round/query", "");
  const [filtering, setFiltering] = useState(filter !== null);
  useKeptScroll("round/scroll");
  // Nothing is said of what the ward lacks before it is known.
  const isWhole = useWhole(ward.slug, false);

  const searching = query.trim() !== "";
  const found = useMemo(() => selectRows(rows, { area, filter, query }), [rows, area, filter, query]);
  const inArea = area === "" ? rows : (groups.get(area) ?? NONE);
  const counts = useMemo(() => countStatuses(inArea), [inArea]);
  const listed = searching ? "found" : `${area} ${filter}`;
  useKeepLook("round", searching || filtering ? null : { ward, rows });
  // By the minute, so that a row that did not change is not drawn again.
  const minute = Math.floor(now(membership.ward) / 60) * 60;

  function toggleFilter() {
    setFiltering(!filtering);
    if (filtering) setFilter(null);
  }

  return (
    <Screen
      title={roundTitle(ward, area, groups)}
      subtitle={COUNTED.filter((word) => word === "all" || counts[word] > 0)
        .map((word) => t(`counts.${word}`, { count: counts[word] }))
        .join(" · ")}
      actions={
        <IconButton icon={ListFilter} label={t("filter")} aria-expanded={filtering} onClick={toggleFilter} />
      }
      banner={
        <>
          <SendingBanner ward={membership.ward} Part={PartBanner} />
          <StorageBanner />
        </>
      }
    >
      <div className="round">
        <SearchField label={t("search")} initial={query} onSearch={setQuery} />
        {!searching && <AreaChoice ward={ward} groups={groups} area={area} onChoose={onChoose} />}
        {filtering && <FilterChoice filter={filter} counts={counts} onChoose={setFilter} />}
        {/* Until then the line above says that a part is missing. */}
        {isWhole && !ward.campaign && <p className="quiet">{t("campaign")}</p>}
        {!searching && !filtering && rows.length > 0 && (
          <NextUp rows={inArea} ward={ward} placed={groups.size > 1 && area === ""} now={minute} />
        )}
        {!searching && filter === null && area !== "" && <Wall rows={inArea} now={minute} />}
        {!searching && filter === null && area === "" && (
          <Groups groups={groups} ward={ward} onChoose={onChoose} />
        )}
        {searching && found.length > 0 && (
          <output className="quiet">{t("found", { count: found.length })}</output>
        )}
        {found.length === 0 ? (
          <NothingFound any={rows.length > 0} whole={isWhole} searching={searching} />
        ) : (
          <HouseholdList
            key={listed}
            name={listed}
            rows={found}
            areas={ward.areas}
            placed={groups.size > 1 && (searching || area === "")}
            now={minute}
            most={searching ? FOUND_AT_ONCE : LISTED_AT_ONCE}
          />
        )}
        <Suspense fallback={null}>
          <RoundFoot {...{ ward, rows, area, query }} isFound={found.length > 0} />
        </Suspense>
      </div>
    </Screen>
  );
}

/** What few need, below all that is drawn first. */
const RoundFoot = lazy(async () => ({ default: (await import("../listing/RoundFoot.tsx")).RoundFoot }));
const COUNTED = ["all", "signed", "given", "again"] as const;
const NONE: readonly HouseholdRow[] = [];
const FOUND_AT_ONCE = 30;
// A khu phố.
const LISTED_AT_ONCE = 420;
