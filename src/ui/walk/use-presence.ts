import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import type { AtMeeting, Turning } from "./use-meeting.ts";

/**
 * Records who is there, one after the other in the order of the taps: a hall fills faster than a phone writes, and none of them
 * may be lost, nor meet what the one before has not finished.
 */
export function usePresence(ward: string, at: Pick<AtMeeting, "attend" | "turn" | "began">) {
  const { t } = useTranslation("walk");
  const { t: common } = useTranslation("common");
  const { act, newId } = usePhone();
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string | null>(null);
  const last = useRef(Promise.resolve(""));
  const turning = useRef(new Set<string>());

  async function say(row: HouseholdRow, turned: Turning): Promise<string> {
    const { says, isThere, begins, id } = turned;
    const number = { number: row.number ?? common("household.noNumber") };
    if (says.length === 0) return t("meeting.wasThere", number);
    const done = await act.say(ward, says);
    if (done.ok && begins) at.began(id);
    const words = done.ok
      ? t(isThere ? "meeting.isThere" : "meeting.isNotThere", number)
      : common(`say.${done.error}`);
    setTrouble(done.ok ? null : words);
    return words;
  }

  const turn = async (row: HouseholdRow) => {
    const words = await say(row, at.turn(row));
    announce(words);
    return words;
  };
  const arrive = (row: HouseholdRow) =>
    say(row, { ...at.attend(row, { word: newId(), attended: newId() }), isThere: true });
  const latest = useRef({ turn, arrive });
  useEffect(() => {
    latest.current = { turn, arrive };
  });
  const after = useCallback((how: "turn" | "arrive", row: HouseholdRow) => {
    last.current = last.current.then(() => latest.current[how](row));
    return last.current;
  }, []);
  return {
    trouble,
    /** Turns a household's presence round; stays the same function. */
    onThere: useCallback(
      (row: HouseholdRow) => {
        // A finger that trembles taps twice: once is meant, and it is still being written.
        if (turning.current.has(row.id)) return;
        turning.current.add(row.id);
        void after("turn", row).finally(() => turning.current.delete(row.id));
      },
      [after],
    ),
    /** The household is there, whatever was known; tells in words what came of it. */
    arrived: useCallback((row: HouseholdRow) => after("arrive", row), [after]),
  };
}
