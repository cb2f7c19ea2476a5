import { useTranslation } from "react-i18next";
import type { Standing } from "../../domain/household/pledges-of.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { Chip } from "../parts/Chip.tsx";
import { relationShown } from "../parts/words/relation-words.ts";
import { Signature } from "../parts/Signature.tsx";
import { momentWords, saidWords } from "../parts/words/when.ts";
import { PaperPhoto } from "./diary/PaperPhoto.tsx";

/** One of several pledges: who signed, when, who recorded it, what was agreed, and the signature itself. */
export function PledgeCard({ pledge, counts, chosen, number, ward, now, settled, busy, onPrefer }: Props) {
  const { t } = useTranslation("pledges");
  const { t: pledgeWords } = useTranslation("pledge");
  const { t: common } = useTranslation("common");
  const { jti, signer, relation, medium, agreed, declined, strokes, typed, photo, at, kid, seq } = pledge;
  const speaker = ward.devices[kid];
  const facts = [
    [
      t("signer"),
      [signer ?? t("erased"), relation && relationShown(pledgeWords, relation)].filter(Boolean).join(", "),
    ],
    [t("when"), saidWords(common, pledge, momentWords(common, at, now))],
    [t("by"), speaker?.personName ?? speaker?.deviceName ?? t("ward")],
    [t("medium"), t(typed ? "mediums.typed" : `mediums.${medium}`)],
    [t("agreed"), t("agreedOf", { agreed: agreed.length, all: agreed.length + declined.length })],
    [t("number"), seq === null ? t("unsent") : String(seq)],
  ] as const;
  return (
    <li className={counts ? "two-pledges-counts" : undefined}>
      <h2>{t("nth", { number })}</h2>
      <p>
        <Chip tone={counts ? "signed" : "plain"}>
          {counts ? t(settled ? "counts" : "countsYet") : t("keptBeside")}
        </Chip>
      </p>
      {strokes !== undefined && <Signature path={strokes} label={t("signature", { name: signer ?? "" })} />}
      {photo !== undefined && <PaperPhoto ward={ward.slug} jti={jti} />}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {onPrefer && !chosen && (
        <Button disabled={busy} aria-label={t("preferNamed", { number })} onClick={onPrefer}>
          {t("prefer")}
        </Button>
      )}
    </li>
  );
}

interface Props extends Standing {
  /** Its place among them, from 1. */
  readonly number: number;
  readonly ward: WardView;
  /** Seconds. */
  readonly now: number;
  /** Whether one of them was chosen. */
  readonly settled: boolean;
  readonly busy: boolean;
  /** Null where there is nothing to choose. */
  readonly onPrefer: (() => void) | null;
}
