import { useMemo } from "react";
import { wordsAbout } from "../../../domain/matters/crossing.ts";
import { crossingIn, isLate, opinionCases } from "../../../domain/matters/opinion-cases.ts";
import { isOverdue } from "../../../domain/matters/request-clock.ts";
import { crossingAnswers, isOpenRequest } from "../../../domain/matters/request-state.ts";
import { likelyDoubles } from "../../../domain/meeting/meeting-doubles.ts";
import { meetingsIn } from "../../../domain/meeting/meetings.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";

/**
 * How many opinions wait for longer than the ward's limit, how many requests are open, how many of these are over the law's,
 * to how many of either two answers crossed, and how many meetings were likely begun twice.
 */
export function useMattersWaiting({ slug, opinions, opinionDays }: WardView) {
  const { now } = usePhone();
  const matters = useLive("matters", slug);
  const said = useLive("meetings", slug);
  const time = now(slug);
  const doubles = useMemo(
    () => (said ? likelyDoubles(meetingsIn(said, slug), said, slug).length : 0),
    [said, slug],
  );
  return useMemo(() => {
    const cases = opinionCases(matters ?? [], opinions, slug);
    const open = (matters ?? []).flatMap(({ requests }) => requests).filter(isOpenRequest);
    const crossing = (matters ?? []).flatMap(({ requests, answers }) =>
      requests.filter((one) => crossingAnswers(one, wordsAbout(answers, one.jti)).length > 0),
    );
    return {
      crossingOpinions: cases.filter((one) => crossingIn(one).length > 0).length,
      crossingRequests: crossing.length,
      opinions: cases.filter((one) => isLate(one, time, opinionDays)).length,
      requests: open.length,
      overdueRequests: open.filter((one) => isOverdue(one, time)).length,
      doubles,
    };
  }, [matters, opinions, slug, opinionDays, time, doubles]);
}
