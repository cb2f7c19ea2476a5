import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../../domain/round/assign.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { AreaBoxes } from "../AreaBoxes.tsx";
import type { Worker } from "../device-rows.ts";
import { HouseholdBoxes } from "./HouseholdBoxes.tsx";
import { SpanFields, spanOf } from "./SpanFields.tsx";
import { WorkerField } from "./WorkerField.tsx";

/** Sends somebody to areas, or to single households of one tổ, for some days. */
export function SendForm({ ward, rows, workers, places, today, asked, busy, onSend }: SendFormProps) {
  const { t } = useTranslation("assign");
  const [chosen, setChosen] = useState(places);
  const [households, setHouseholds] = useState<readonly string[]>([]);
  const [person, setPerson] = useState("");
  const [span, setSpan] = useState(spanOf(ward, today));
  const [trouble, setTrouble] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever asked for it at a tổ is led there.
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked]);
  const [only] = chosen;
  const group = chosen.length === 1 && only?.includes("/") ? only : null;

  function submit() {
    const some = group !== null && households.length > 0 ? households : chosen;
    if (some.length === 0) return setTrouble(t("needPlace"));
    if (person === "") return setTrouble(t("needPerson"));
    if (span.from === "" || span.to < span.from) return setTrouble(t("needSpan"));
    setTrouble(null);
    return onSend({ person, formerly: null, places: some, ...span });
  }

  return (
    <form
      className="office-card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t("sendTitle")}
      </h2>
      <WorkerField hint={t("personHint")} workers={workers} person={person} onChoose={setPerson} />
      <AreaBoxes ward={ward} chosen={chosen} onChoose={setChosen} />
      {group !== null && (
        <HouseholdBoxes
          rows={rows.filter(({ area }) => area === group)}
          chosen={households}
          onChoose={setHouseholds}
        />
      )}
      <SpanFields span={span} onChange={setSpan} />
      <p className="field-hint">{t("sendHint")}</p>
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      <Button look="primary" type="submit" wide aria-disabled={busy}>
        {t("sendNow")}
      </Button>
    </form>
  );
}

interface SendFormProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly workers: readonly Worker[];
  /** Chosen at first. */
  readonly places: readonly string[];
  readonly today: string;
  /** Somebody asked for this form at a place. */
  readonly asked: boolean;
  readonly busy: boolean;
  readonly onSend: (sending: Sending) => void;
}
