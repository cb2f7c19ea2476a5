import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import type { Sending } from "../../../domain/round/assign.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { Worker } from "../device-rows.ts";
import { SpanFields, spanOf } from "./SpanFields.tsx";
import { WorkerField } from "./WorkerField.tsx";

/** Hands all that somebody was sent to over to somebody else, with the right to work there, in one act. */
export function HandOverDialog({
  ward,
  person,
  name,
  places,
  workers,
  today,
  trouble,
  onHandOver,
  onClose,
}: HandOverProps) {
  const { t } = useTranslation("assign");
  const { t: common } = useTranslation("common");
  const [heir, setHeir] = useState("");
  const [span, setSpan] = useState(spanOf(ward, today));
  const [missing, setMissing] = useState<string | null>(null);
  const areas = places.filter((place) => !isHouseholdId(place)).map((place) => placeTitle(ward, place));
  const single = places.length - areas.length;

  function confirm() {
    if (heir === "") return setMissing(t("needPerson"));
    if (span.from === "" || span.to < span.from) return setMissing(t("needSpan"));
    return onHandOver({ person: heir, formerly: person, places, ...span });
  }

  return (
    <Dialog title={t("handOverTitle", { name })} onClose={onClose}>
      <p>{[...areas, ...(single > 0 ? [t("households", { count: single })] : [])].join("; ")}</p>
      <WorkerField
        workers={workers.filter((worker) => worker.person !== person)}
        person={heir}
        onChoose={setHeir}
      />
      <SpanFields span={span} onChange={setSpan} />
      <p className="field-hint">{t("handOverText", { name })}</p>
      <Trouble text={missing ?? trouble} />
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="primary" onClick={confirm}>
          {t("handOverNow")}
        </Button>
      </div>
    </Dialog>
  );
}

interface HandOverProps {
  readonly ward: WardView;
  readonly person: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly workers: readonly Worker[];
  readonly today: string;
  readonly trouble: string | null;
  readonly onHandOver: (sending: Sending) => void;
  readonly onClose: () => void;
}
