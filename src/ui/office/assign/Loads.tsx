import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { reaches } from "../../../domain/round/assign.ts";
import { volunteersIn, type Assignments, type Load } from "../../../domain/round/assignments.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import type { Worker } from "../device-rows.ts";

/** How the work is shared out: what each person has left, in words and as a bar; the longest bar is who has most. */
export function Loads({ ward, loads, on, workers, onInvite, onHandOver }: LoadsProps) {
  const { t } = useTranslation("assign");
  const most = Math.max(1, ...loads.map(({ left }) => left));
  // Whoever has nothing to do could do something.
  const idle = workers.filter(
    ({ person, device }) =>
      device.role === "volunteer" &&
      device.revokedSeq === null &&
      !loads.some((load) => load.person === person),
  );
  const all = [...loads, ...idle.map(({ person }) => ({ person, households: 0, left: 0 }))];
  return (
    <section className="office-card">
      <h2>{t("loads")}</h2>
      <p className="quiet">{t("loadsHint")}</p>
      <ul className="assign-loads">
        {all.map((load) => (
          <LoadItem
            key={load.person ?? ""}
            ward={ward}
            load={load}
            on={on}
            name={nameOf(load.person)}
            share={load.left / most}
            onInvite={onInvite}
            onHandOver={onHandOver}
          />
        ))}
      </ul>
    </section>
  );

  function nameOf(person: string | null): string {
    if (person === null) return t("nobody");
    return workers.find((one) => one.person === person)?.name ?? t("unnamed");
  }
}

interface LoadsProps extends Acts {
  readonly ward: WardView;
  readonly loads: readonly Load[];
  readonly on: Assignments;
  readonly workers: readonly Worker[];
}

interface Acts {
  readonly onInvite: (person: string) => void;
  readonly onHandOver: (person: string) => void;
}

function LoadItem({
  ward,
  load: { person, households, left },
  on,
  name,
  share,
  onInvite,
  onHandOver,
}: Acts & {
  readonly ward: WardView;
  readonly load: Load;
  readonly on: Assignments;
  readonly name: string;
  readonly share: number;
}) {
  const { t } = useTranslation("assign");
  const numbers = useNumbers();
  const sent = [...on.byPlace.values()].filter((one) => person !== null && one.person === person);
  const devices = volunteersIn(ward.devices).filter((device) => device.person === person);
  const scope = [...new Set(devices.flatMap(({ areas, households: some }) => [...areas, ...some]))];
  const unreached = sent.filter(({ place }) => !devices.some((device) => canGo(device, place)));
  const isOffice = Object.values(ward.devices).some(
    (device) => device.person === person && device.role === "office" && device.revokedSeq === null,
  );
  return (
    <li>
      <p className="assign-name">
        <strong>{name}</strong>{" "}
        {households > 0
          ? t("left", { left: numbers.integer(left), households: numbers.integer(households) })
          : t("nothingOwn")}
      </p>
      {households > 0 && (
        <div className="assign-bar" aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {sent.length === 0 && devices.length > 0 && (
        <p className="quiet">
          {scope.length > 0 ? t("scope", { places: scope.map(placeName).join("; ") }) : t("noScope")}
        </p>
      )}
      {sent.length > 0 && (
        <p className="quiet">
          {sent
            .map(({ place, to }) => t("until", { place: placeName(place), to: formatDate(to) }))
            .join("; ")}
        </p>
      )}
      {person !== null && !isOffice && devices.length === 0 && (
        <p className="assign-warning">{t("noDevice")}</p>
      )}
      {!isOffice && devices.length > 0 && unreached.length > 0 && (
        <p className="assign-warning">
          {t("outOfScope", { places: unreached.map(({ place }) => placeName(place)).join(", ") })}
        </p>
      )}
      {person !== null && (
        <p className="assign-acts">
          {households > 0 && !isOffice && (
            <Button aria-label={t("handOverOf", { name })} onClick={() => onHandOver(person)}>
              {t("handOver")}
            </Button>
          )}
          <Button look="quiet" aria-label={t("inviteOf", { name })} onClick={() => onInvite(person)}>
            {t("invite")}
          </Button>
        </p>
      )}
    </li>
  );

  function placeName(place: string): string {
    return isHouseholdId(place) ? t("oneHousehold") : placeTitle(ward, place);
  }

  /** A household sent to by itself may lie in an area of the device. */
  function canGo(device: (typeof devices)[number], place: string): boolean {
    return reaches(device, place) || (isHouseholdId(place) && device.areas.length > 0);
  }
}
