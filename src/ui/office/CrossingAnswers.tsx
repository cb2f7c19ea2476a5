import { useTranslation } from "react-i18next";
import type { AnswerWord } from "../../domain/matters/crossing.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { momentWords, saidWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";
import "./CrossingAnswers.css";

/** Answers to the same that did not know of each other: who said what, which one is read, and what settles it. */
export function CrossingAnswers({ ward, words, wordsOf, busy, onKeep }: CrossingAnswersProps) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const numbers = useNumbers();
  const last = words.at(-1);
  return (
    <section className="crossing" aria-label={t("crossing.label")}>
      <Card tone="again">
        <h3>{t("crossing.title", { count: words.length, number: numbers.integer(words.length) })}</h3>
        <p>{t("crossing.text")}</p>
        <ul className="crossing-words">
          {words.map((one) => (
            <li key={one.jti}>
              <p className="quiet">
                {t("crossing.by", {
                  name: nameIn(ward, one.kid) ?? t("crossing.someOffice"),
                  when: saidWords(common, one, momentWords(common, one.at, now(ward.slug))),
                })}
              </p>
              <p>{wordsOf(one)}</p>
              {one === last && <p className="quiet">{t("crossing.holds")}</p>}
              <Button disabled={busy} onClick={() => onKeep(one)}>
                {t("crossing.keep")}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function nameIn({ devices }: WardView, kid: string): string | undefined {
  return devices[kid]?.personName ?? devices[kid]?.deviceName;
}

interface CrossingAnswersProps {
  readonly ward: WardView;
  /** The one that holds comes last. */
  readonly words: readonly AnswerWord[];
  readonly wordsOf: (word: AnswerWord) => string;
  readonly busy: boolean;
  readonly onKeep: (word: AnswerWord) => void;
}
