import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, dayAt } from "../../../domain/days/campaign-days.ts";
import type { Sending } from "../../../domain/round/assign.ts";
import { assignmentsOn, loadsOf } from "../../../domain/round/assignments.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { assign as words } from "../../text/vi/assign.ts";
import { workersOf } from "../device-rows.ts";
import { InviteForm } from "../devices/InviteForm.tsx";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { Loads } from "./Loads.tsx";
import { PlaceTable } from "./PlaceTable.tsx";
import { SendForm } from "./SendForm.tsx";
import { useSending } from "./use-sending.ts";
import "./Assign.css";

/** `/phuong/phan-cong`: who goes where in which days, how much each has left, and who takes over from whom. */
export function AssignPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("assign", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  if (!rows || !sending) return null;
  // Of a part of the ward nobody could say how the work is shared out.
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Assign ward={ward} rows={rows} />;
}

function Assign({ ward, rows }: { readonly ward: WardView; readonly rows: readonly HouseholdRow[] }) {
  const { t } = useTranslation("assign");
  const { now } = usePhone();
  const today = dateOf(dayAt(now(ward.slug)));
  const workers = useMemo(() => workersOf(ward.devices), [ward.devices]);
  const on = useMemo(
    () => assignmentsOn(today, { records: ward.records, households: rows, devices: ward.devices }),
    [today, ward.records, ward.devices, rows],
  );
  const loads = useMemo(() => loadsOf(rows, on), [rows, on]);
  const { send, undo, close, told, trouble, busy } = useSending(ward);
  const [places, setPlaces] = useState<{ readonly chosen: readonly string[]; readonly times: number }>(NONE);
  const [inviting, setInviting] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const nameOf = (person: string) => workers.find((one) => one.person === person)?.name ?? t("unnamed");

  async function handOver(handed: Sending) {
    if (await send(handed)) setLeaving(null);
  }

  const invited = workers.find(({ person }) => person === inviting)?.device;
  return (
    <>
      <div className="office-columns">
        <div className="office-column">
          <Loads
            ward={ward}
            loads={loads}
            on={on}
            workers={workers}
            onInvite={setInviting}
            onHandOver={setLeaving}
          />
          <PlaceTable
            ward={ward}
            rows={rows}
            on={on}
            nameOf={nameOf}
            onSend={(place) => setPlaces({ chosen: [place], times: places.times + 1 })}
          />
        </div>
        <div className="office-column assign-forms">
          <Trouble text={trouble} />
          <SendForm
            key={`send-${places.times}`}
            ward={ward}
            rows={rows}
            workers={workers}
            places={places.chosen}
            today={today}
            asked={places.times > 0}
            busy={busy}
            onSend={async (sent) => {
              if (await send(sent)) setPlaces({ chosen: [], times: 0 });
            }}
          />
          <InviteForm
            key={inviting ?? "new"}
            ward={ward}
            look="plain"
            again={invited ? { ...invited, areas: areasOf(inviting) ?? invited.areas } : null}
            onMade={() => undefined}
          />
        </div>
      </div>
      {leaving !== null && (
        <HandOverDialog
          ward={ward}
          person={leaving}
          name={nameOf(leaving)}
          places={placesOf(leaving)}
          workers={workers}
          today={today}
          trouble={trouble}
          onHandOver={(handed) => void handOver(handed)}
          onClose={() => setLeaving(null)}
        />
      )}
      {told && (
        <UndoToast
          key={told.id}
          words={t("sent", { name: nameOf(told.sending.person) })}
          undone={t("undone")}
          onUndo={undo}
          onClose={close}
        />
      )}
    </>
  );

  /** What somebody was sent to, and where their devices may work besides. */
  function placesOf(person: string): string[] {
    const sent = [...on.byPlace.values()].filter((one) => one.person === person).map(({ place }) => place);
    const scope = Object.values(ward.devices)
      .filter(
        (device) => device.person === person && device.revokedSeq === null && device.role === "volunteer",
      )
      .flatMap(({ areas, households }) => [...areas, ...households]);
    return [...new Set([...sent, ...scope])];
  }

  function areasOf(person: string | null): readonly string[] | null {
    const known = new Set(ward.areas.map(({ code }) => code));
    const areas = person === null ? [] : placesOf(person).filter((place) => known.has(place));
    return areas.length > 0 ? areas : null;
  }
}

const NONE = { chosen: [], times: 0 } as const;
