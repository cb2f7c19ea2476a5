import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { HeldLine, WardView } from "../../../phone/api/phone.ts";
import { diaryWords } from "../../household/diary/diary-words.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { upperFirst } from "../../parts/words/letter-case.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { momentWords, saidWords } from "../../parts/words/when.ts";
import { useMeasures } from "../../text/use-measures.ts";
import { deviceTitle } from "../device-rows.ts";
import { fieldsOf, pairsOf } from "./held-fields.ts";
import { HeldFields, HeldPairs } from "./HeldFields.tsx";
import { heldReason } from "./held-reason.ts";
import { RefuseHeldDialog } from "./RefuseHeldDialog.tsx";
import type { Deciding } from "../use-decision.ts";

/** One record that waits: what, about whom, by whom, when, why, what the ward has already; and the two ways to decide. */
export function HeldItem({
  ward,
  line,
  onDecide,
}: {
  readonly ward: WardView;
  readonly line: HeldLine;
  readonly onDecide: Deciding["decide"];
}) {
  const { t } = useTranslation("office");
  const { t: diary } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const numbers = useMeasures();
  const household = useLive("household", ward.slug, line.household);
  const [refusing, setRefusing] = useState(false);
  const known = line.household !== null && household && household.area !== null ? household : null;
  const about = aboutWords();
  const what = `${diaryWords(diary, line, numbers)} · ${about}`;
  const author = ward.devices[line.kid];
  const pairs = pairsOf(line, known);
  const time = now(ward.slug);
  const decide = (how: Pick<Parameters<typeof onDecide>[0], "decision" | "reason" | "note">) =>
    onDecide({ target: line.jti, place: line.place, what, ...how });

  return (
    <li className="office-card held-item">
      <h2>{upperFirst(diaryWords(diary, line, numbers))}</h2>
      <p className="held-about">
        {known ? <Link href={`/ho/${known.id}`}>{about}</Link> : upperFirst(about)}
        {known && known.area !== null && <> · {placeTitle(ward, known.area)}</>}
      </p>
      <p className="quiet">
        {(author && deviceTitle(author)) ?? t("held.unknownAuthor")} ·{" "}
        {t("held.when", {
          made: saidWords(common, line, momentWords(common, line.at, time)),
          received: momentWords(common, line.receivedAt, time),
        })}
      </p>
      <p className="held-why">{t(heldReason(line.reason), { count: line.missing })}</p>
      {pairs ? <HeldPairs ward={ward} pairs={pairs} /> : <HeldFields ward={ward} fields={fieldsOf(line)} />}
      <div className="held-acts">
        <Button
          aria-label={t("held.acceptOf", { what })}
          onClick={() => void decide({ decision: "accept", reason: "other", note: "" })}
        >
          {t("held.accept")}
        </Button>
        <Button look="quiet" aria-label={t("held.refuseOf", { what })} onClick={() => setRefusing(true)}>
          {t("held.refuse")}
        </Button>
      </div>
      {refusing && (
        <RefuseHeldDialog
          // By its end it goes with the erasure of the household's data.
          draftKey={`refuse-held/${line.jti}/${ward.slug}/${line.household ?? line.place}`}
          what={what}
          onClose={() => setRefusing(false)}
          onRefuse={(why) => {
            setRefusing(false);
            return decide({ decision: "refuse", ...why });
          }}
        />
      )}
    </li>
  );

  function aboutWords(): string {
    if (line.household !== null) return known ? householdName(common, known) : t("held.unknownHousehold");
    return line.place === ward.slug ? t("held.wholeWard") : placeTitle(ward, line.place);
  }
}
