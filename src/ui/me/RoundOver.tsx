import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dateOf, dayAt, dayOf } from "../../domain/days/campaign-days.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { Membership } from "../../phone/api/phone.ts";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";

/** Reminds a volunteer whose round is over that the phone may be given up. */
export function RoundOver({ membership: { ward: slug, role } }: { readonly membership: Membership }) {
  const { t } = useTranslation("me");
  const { ward } = useHere();
  const { now } = usePhone();
  const ended = role === "volunteer" ? lastDay(ward?.campaigns ?? [], dayAt(now(slug)) - DAYS) : undefined;
  if (ended === undefined) return null;
  return (
    <p className="quiet">
      {t("over", { day: formatDate(ended) })} <Link href="/toi/roi-may">{t("leave")}</Link>
    </p>
  );
}

/** The last day of the campaigns that ended before a day; undefined while one goes on after it, or where none ended. */
function lastDay(campaigns: readonly Campaign[], before: number): string | undefined {
  const days = campaigns.filter(({ closed, to }) => !closed || dayOf(to) < before).map(({ to }) => dayOf(to));
  const last = Math.max(...days);
  return days.length > 0 && last < before ? dateOf(last) : undefined;
}

/** Within so many days of its end what was left is still brought in. */
const DAYS = 7;
