import { ArrowRight, House, Link2, Printer } from "lucide-react";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { countingPledge, type Household as HouseholdFacts } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { startOfDay, statusOf } from "../../domain/household/status.ts";
import type { HouseholdRow, Membership, WardView } from "../../phone/api/phone.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { areaName } from "../parts/words/area-names.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSingleTaps } from "../parts/hooks/use-single-taps.ts";
import { whyWords } from "../round/why-words.ts";
import { Acts } from "./Acts.tsx";
import { Diary } from "./diary/Diary.tsx";
import { editionFor } from "./edition.ts";
import { nextHousehold } from "./next-household.ts";
import { Notices } from "./Notices.tsx";
import { OpinionAct } from "./OpinionAct.tsx";
import { PraiseAct } from "./PraiseAct.tsx";
import { printedCopies } from "./printed-copies.ts";
import { Standing } from "./Standing.tsx";
import { UndoAct } from "./UndoAct.tsx";
import { useLastAct } from "./use-last-act.ts";
import "./Household.css";

/** One household: how it stands, what can be done at its door, and what was. */
export function Household({ id }: { readonly id: string }) {
  const { t } = useTranslation("household");
  const { membership, ward } = useHere();
  const slug = membership === undefined ? null : (membership?.ward ?? "");
  const household = useLive("household", slug, id);
  const rows = useLive("round", slug);
  const draft = useLive("draft", slug === null ? null : pledgeDraftKey(slug, id));
  if (membership === null || household === null) {
    return (
      <Screen title={t("title")} back="/di-ho">
        <EmptyState title={t("unknown")}>
          <p>{t("unknownText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  if (!membership || !ward || !household) return <Screen title={t("title")} back="/di-ho" />;
  return <OpenHousehold {...{ membership, ward, household }} rows={rows ?? []} draft={draft ?? null} />;
}

function OpenHousehold({ membership, ward, household, rows, draft }: OpenHouseholdProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const { t: round } = useTranslation("round");
  const status = useMemo(() => statusOf(household, ward.campaign), [household, ward.campaign]);
  const pledge = ward.campaign && countingPledge(household, ward.campaign.id);
  const begun = ward.campaign ? startOfDay(ward.campaign.from) : 0;
  const copies = printedCopies(household, editionFor(ward, household.area));
  // Nobody knows any more which door this is: what is said of it here would go the same way.
  const isKnown = !isNameless(household);
  const isOpen = household.ended === null && isKnown;
  const { now } = usePhone();
  const [last, setLast] = useLastAct(membership.ward);
  const goingOn = useRef<HTMLDivElement>(null);
  const minute = Math.floor(now(ward.slug) / 60) * 60;
  const next = useMemo(() => nextHousehold(rows, household.id, minute), [rows, household.id, minute]);
  // A notice that comes of what was done stands above, and pushes all this down.
  useLayoutEffect(() => {
    if (last) goingOn.current?.scrollIntoView?.({ block: "nearest" });
  }, [last, status.word, status.appointment]);
  const singleTaps = useSingleTaps();
  const subtitle = [
    household.address,
    household.area === null ? null : areaName(ward, household.area),
    household.members === null ? null : t("people", { count: household.members }),
  ];
  return (
    <Screen
      title={householdName(common, household)}
      subtitle={subtitle.filter(Boolean).join(" · ")}
      back="/di-ho"
      banner={<SendingBanner ward={membership.ward} />}
    >
      <div ref={keepFocus} className="household" {...singleTaps}>
        <Notices
          household={household}
          status={status}
          draft={draft}
          ward={ward}
          role={membership.role}
          onKept={setLast}
        />
        {isOpen && <Acts {...{ membership, ward, household, status, draft }} onKept={setLast} />}
        {/* Where a round goes on at most doors: nothing that a tap brings forth moves it away. */}
        {(next || last) && (
          <div ref={goingOn} className="household-next">
            {next && (
              <ButtonLink look="quiet" wide icon={ArrowRight} iconAt="end" href={`/ho/${next.door.id}`}>
                {t("next", {
                  number: next.door.number ?? common("household.noNumber"),
                  head: next.door.head ?? "",
                })}
              </ButtonLink>
            )}
            {/* In turn, so that neither moves anything by coming or going. */}
            <div className="household-last">
              {last && (
                <UndoAct
                  key={last.jtis[0] ?? last.at}
                  last={last}
                  at={household.id}
                  onClose={() => setLast(null)}
                />
              )}
              {!last && next && <p className="quiet">{whyWords(round, common, next.why, minute)}</p>}
            </div>
          </div>
        )}
        <Standing status={status} book={copies.findLast(({ at }) => at < begun)} now={now(ward.slug)} />
        {isOpen && ward.campaign && status.word !== "signed" && (
          <ButtonLink look="quiet" wide icon={Link2} href={`/ho/${household.id}/tu-ky`}>
            {t("sendLink")}
          </ButtonLink>
        )}
        {isOpen && (
          <OpinionAct
            ward={ward.slug}
            subject={{ sub: household.id, area: household.area, channel: "door" }}
          />
        )}
        <Diary
          {...{ household, membership, ward }}
          // Then nothing is left to undo.
          onGone={({ jti }) => last?.jtis.includes(jti) && setLast(null)}
        />
        <ButtonLink look="quiet" wide icon={House} href={`/ho/${household.id}/thong-tin`}>
          {t("info")}
        </ButtonLink>
        {isOpen && <PraiseAct ward={ward.slug} household={household.id} />}
        {isKnown && (
          <ButtonLink look="quiet" wide icon={Printer} href={`/ho/${household.id}/in/${pledge?.jti ?? ""}`}>
            {t("print")}
          </ButtonLink>
        )}
      </div>
    </Screen>
  );
}

interface OpenHouseholdProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: HouseholdFacts;
  readonly rows: readonly HouseholdRow[];
  /** The pledge that was begun and left; null where there is none. */
  readonly draft: unknown;
}
