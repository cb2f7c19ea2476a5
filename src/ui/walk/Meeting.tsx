import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../domain/household/nameless.ts";
import type { Draft } from "../../domain/statement.ts";
import { searcher } from "../../domain/words/searcher.ts";
import type { HouseholdRow } from "../../phone/api/phone.ts";
import { HaltedCovenant } from "../pledge/HaltedCovenant.tsx";
import { AreaChoice } from "../round/AreaChoice.tsx";
import { NothingFound } from "../round/NothingFound.tsx";
import { countStatuses } from "../round/select-rows.ts";
import { roundTitle } from "../round/round-title.ts";
import { editionFor } from "../household/edition.ts";
import { OpinionAct } from "../household/OpinionAct.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SearchArea } from "../parts/SearchArea.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";
import { useWhole } from "../parts/hooks/use-whole.ts";
import { MeetingHall } from "./MeetingHall.tsx";
import { MeetingNotes, type KeptNotes } from "./MeetingNotes.tsx";
import { MeetingRow } from "./MeetingRow.tsx";
import { MeetingSign } from "./MeetingSign.tsx";
import { useMeeting, type Attending } from "./use-meeting.ts";
import { usePresence } from "./use-presence.ts";
import type { RoundProps } from "../round/OnRound.tsx";
import "./Meeting.css";

// The camera, and what reads its codes, come when somebody scans.
const ScanReceipts = lazy(async () => ({
  default: (await import("../scan/ScanReceipts.tsx")).ScanReceipts,
}));

/** `/di-ho/hop`: a whole tổ at a meeting takes handbooks and signs, one household after the other; the list stays where it is. */
export function Meeting({ membership, ward, rows, groups, area, onChoose }: RoundProps) {
  const { t } = useTranslation("walk");
  const { t: pledge } = useTranslation("pledge");
  const { t: round } = useTranslation("round");
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const { run } = useSay();
  const at = useMeeting({ membership, rows, area });
  const { ids, renew } = useIds();
  const [query, setQuery] = useState("");
  const [all, setAll] = useState(true);
  const [asked, setAsked] = useState<HouseholdRow | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [notes, setNotes] = useState<"open" | KeptNotes | null>(null);
  const [scanning, setScanning] = useState(false);
  const [heard, setHeard] = useState(0);
  // Who hands out handbooks at a meeting hands them to all who come.
  const [handsOut, setHandsOut] = useState(false);
  const slug = membership.ward;
  const gap = useGapWords(slug);
  const isWhole = useWhole(slug, false);
  const now = phone.now(slug);
  const inArea = area === "" ? rows : (groups.get(area) ?? NONE);
  const counts = useMemo(() => countStatuses(inArea), [inArea]);
  const shown = useMemo(() => {
    const meets = query.trim() === "" ? null : searcher(query);
    // Nobody can tell any more who that would be.
    const known = inArea.filter((row) => !isNameless(row));
    return known.filter((row) =>
      meets ? meets(row.search) : all || row.status.word !== "signed" || row.id === kept?.row.id,
    );
  }, [inArea, query, all, kept]);
  const { campaign } = ward;
  const lang = useWardLanguage();
  const title = t("meeting.title");
  const presence = usePresence(slug, at);
  const place = roundTitle(ward, area, groups);
  const edition = asked && editionFor(ward, asked.area);

  if (!campaign) {
    return (
      <Screen title={title} subtitle={place} back="/di-ho">
        <EmptyState title={gap(pledge("noCampaign"))} />
      </Screen>
    );
  }
  return (
    <Screen
      title={title}
      subtitle={`${place} · ${t("meeting.signedOf", { signed: counts.signed, all: counts.all })}`}
      back="/di-ho"
      banner={<SendingBanner ward={slug} />}
    >
      <div className="meeting">
        <p className="quiet">{t("meeting.text")}</p>
        <HaltedCovenant {...{ ward, campaign }} area={inArea[0]?.area ?? null} />
        <details>
          <summary>{t("meeting.items")}</summary>
          <ol lang={lang}>
            {campaign.items.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </details>
        <MeetingHall at={at} ward={ward} onWrite={() => setNotes("open")} onScan={() => setScanning(true)} />
        <Trouble text={presence.trouble} />
        <AreaChoice ward={ward} groups={groups} area={area} onChoose={onChoose} />
        <SearchArea searching={query.trim() !== ""}>
          {/* Emptied after each household, and by nothing else: the next one is another. */}
          <SearchField key={heard} label={round("search")} initial="" onSearch={setQuery} />
          <Choices label={t("meeting.which")}>
            <ChoiceChip chosen={all} onChoose={() => setAll(true)}>
              {t("meeting.all", { count: counts.all })}
            </ChoiceChip>
            <ChoiceChip chosen={!all} onChoose={() => setAll(false)}>
              {t("meeting.unsigned", { count: counts.all - counts.signed })}
            </ChoiceChip>
          </Choices>
          {shown.length === 0 && (all || query !== "") && (
            <NothingFound any={inArea.length > 0} whole={isWhole} searching={query !== ""} />
          )}
          {shown.length === 0 && !all && query === "" && <EmptyState title={t("meeting.allSigned")} />}
          <ul ref={keepFocus} className="meeting-list" aria-label={t("meeting.list")}>
            {shown.map((row) => (
              <MeetingRow
                key={row.id}
                row={row}
                placed={area === "" && groups.size > 1 ? ward : null}
                now={Math.floor(now / 60) * 60}
                isThere={at.there.has(row.id)}
                onInvite={setAsked}
                onThere={presence.onThere}
              />
            ))}
          </ul>
        </SearchArea>
        {area !== "" && <OpinionAct ward={slug} subject={{ sub: area, area, channel: "meeting" }} />}
      </div>
      {asked && edition !== undefined && edition !== null && (
        <MeetingSign
          key={asked.id}
          row={asked}
          {...{ membership, ward, campaign, edition, handsOut }}
          onHandsOut={setHandsOut}
          attend={() => at.attend(asked, ids)}
          onKept={(said, how, here) => {
            setKept({ row: asked, ids: said, how, begins: here.begins });
            if (here.says.length > 0) at.began(here.id);
            renew();
            setHeard((count) => count + 1);
            setQuery("");
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {scanning && (
        <Suspense fallback={null}>
          <ScanReceipts
            ward={slug}
            rows={rows}
            onFound={presence.arrived}
            onClose={() => setScanning(false)}
          />
        </Suspense>
      )}
      {notes === "open" && (
        <MeetingNotes
          ward={slug}
          at={at}
          first={inArea[0]?.area ?? ""}
          onKept={(said) => {
            if (said.begins) at.began(said.id);
            setKept(null);
            setNotes(said);
          }}
          onClose={() => setNotes(null)}
        />
      )}
      {notes !== null && notes !== "open" && (
        <UndoToast
          key={notes.jti}
          words={t("meeting.keptMeeting")}
          undone={t("meeting.undoneMeeting")}
          onUndo={async () => {
            const done = await run(() => phone.act.say(slug, [takenBack(notes.jti, notes.place)]));
            if (done.ok && notes.begins) at.began(null);
            return done;
          }}
          onClose={() => setNotes(null)}
        />
      )}
      {kept && !asked && notes === null && (
        <UndoToast
          key={kept.ids.join()}
          words={t(kept.how === "signed" ? "meeting.kept" : "meeting.keptHandbook", numberOf(kept.row))}
          undone={t("meeting.undone", numberOf(kept.row))}
          onUndo={() => run(() => phone.act.say(slug, undoing(kept)))}
          onClose={() => setKept(null)}
        />
      )}
    </Screen>
  );

  /** The meeting that began with it goes as well, unless somebody else has come since. */
  function undoing({ row, ids: said, begins }: Kept): Draft[] {
    const isAlone = [...at.there].every((id) => id === row.id);
    if (begins && isAlone) at.began(null);
    return said
      .filter((jti) => jti !== begins?.jti || isAlone)
      .map((jti) => takenBack(jti, jti === begins?.jti ? begins.place : row.id));
  }

  function numberOf({ number }: HouseholdRow) {
    return { number: number ?? common("household.noNumber") };
  }
}

/** What the last household has said, as long as one tap takes it back. */
interface Kept {
  readonly row: HouseholdRow;
  readonly ids: readonly string[];
  readonly how: "signed" | "handbook";
  /** The word that began the meeting with it. */
  readonly begins: Attending["begins"];
}

/** Ids for the next household, drawn anew after each. */
function useIds() {
  const { newId } = usePhone();
  const draw = useCallback(() => ({ word: newId(), attended: newId() }), [newId]);
  const [ids, setIds] = useState(draw);
  return { ids, renew: () => setIds(draw) };
}

/** All that was said in one act is taken back in one act. */
function takenBack(jti: string, household: string): Draft {
  return { type: "statement.retracted", sub: jti, in: household, body: { reason: "mistake" } };
}

const NONE: readonly HouseholdRow[] = [];
