import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { editionFor } from "../../household/edition.ts";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { readWhole } from "../../parts/words/read-number.ts";

/** What was written down a moment ago. */
export interface Stocked {
  readonly jti: string;
  readonly place: string;
  readonly copies: number;
}

/** Writes down copies that the ward got from the printer, or a khu phố from the ward. */
export function StockForm({
  ward,
  areas,
  editions,
  nameOf,
  onKept,
}: {
  readonly ward: WardView;
  readonly areas: readonly string[];
  /** All that there are, the one that is handed out now first. */
  readonly editions: readonly (number | string)[];
  readonly nameOf: (place: string) => string;
  readonly onKept: (stocked: Stocked) => void;
}) {
  const { t } = useTranslation("stock");
  const numbers = useNumbers();
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const [place, setPlace] = useState(areas[0] ?? ward.slug);
  const [copies, setCopies] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);
  const id = useId();
  const usual = editionFor(ward, place) ?? editions[0] ?? 1;
  const edition = editions.find((one) => String(one) === chosen) ?? usual;

  async function keep() {
    const number = readWhole(copies, numbers);
    const isCount = number !== null && number >= 1 && number <= MOST;
    setLacking(!isCount);
    if (!isCount) return;
    const body = { edition, copies: number };
    const done = await run(() => act.say(ward.slug, [{ type: "handbook.stocked", sub: place, body }]));
    const [jti] = done.ok ? done.value : [];
    if (jti === undefined) return;
    setCopies("");
    onKept({ jti, place, copies: number });
  }

  return (
    <form
      className="office-card"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2>{t("add")}</h2>
      <div className="stock-fields">
        <div className="field">
          <label htmlFor={`${id}-place`}>{t("where")}</label>
          <select
            id={`${id}-place`}
            value={place}
            onChange={(event) => {
              setPlace(event.target.value);
              setChosen(null);
            }}
          >
            {[...areas, ward.slug].map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-copies`}>{t("copies")}</label>
          <input
            id={`${id}-copies`}
            inputMode="numeric"
            autoComplete="off"
            value={copies}
            aria-invalid={isLacking}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setCopies(event.target.value)}
          />
        </div>
        {editions.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}-edition`}>{t("edition")}</label>
            <select
              id={`${id}-edition`}
              value={String(edition)}
              onChange={(event) => setChosen(event.target.value)}
            >
              {editions.map((one) => (
                <option key={one} value={String(one)}>
                  {t("editionName", { edition: one })}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <p id={`${id}-hint`} className="field-hint">
        {t("copiesHint")}
      </p>
      <Trouble text={isLacking ? t("needCopies") : trouble} />
      <Button look="primary" type="submit" aria-disabled={busy}>
        {t("keep")}
      </Button>
    </form>
  );
}

/** More than any ward prints: a slip of the finger. */
const MOST = 1_000_000;
