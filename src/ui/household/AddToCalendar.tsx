import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarEvent } from "../../domain/days/calendar-file.ts";
import { Button } from "../parts/Button.tsx";

/** Gives appointments to the phone's own calendar as a file that names nobody. */
export function AddToCalendar({ events, now }: AddToCalendarProps) {
  const { t } = useTranslation("household");
  const [name, setName] = useState<string | null>(null);

  async function add() {
    const { giveCalendarFile } = await import("./give-calendar-file.ts");
    setName(giveCalendarFile(events, now));
  }

  return (
    <>
      <Button wide icon={CalendarPlus} onClick={() => void add()}>
        {t("calendar")}
      </Button>
      <p role="status">{name !== null && t("calendarDone", { name })}</p>
    </>
  );
}

interface AddToCalendarProps {
  readonly events: readonly CalendarEvent[];
  /** Seconds. */
  readonly now: number;
}
