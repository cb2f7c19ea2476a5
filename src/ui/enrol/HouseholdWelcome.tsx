import { BookOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { InviteClaims } from "../../domain/signed/signed-invite.ts";
import type { EnrolError } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { momentWords } from "../parts/words/when.ts";
import type { Invite } from "./invite-link.ts";

/** What a household sees that opens the link it was given: to read and to sign by itself. Nothing is enrolled before the button is pressed. */
export function HouseholdWelcome({ invite, claims, onSpent }: HouseholdWelcomeProps) {
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const { act, now } = usePhone();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const ward = useLive("ward", invite.ward);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<EnrolError | null>(() =>
    claims.exp < now(invite.ward) ? "invite-expired" : null,
  );

  // The handbook is public: whoever opens the link can read it, whatever becomes of the rest.
  useEffect(() => void act.loadHandbook(invite.ward), [act, invite.ward]);

  async function open() {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const done = await act.enrol({ ...invite, deviceName: t("welcome.deviceName") });
    setBusy(false);
    if (!done.ok) return setTrouble(done.error);
    announce(t("welcome.done"));
    await onSpent();
    void act.persist();
    navigate("/ho-cua-toi");
  }

  const name = ward?.name ?? invite.ward;
  const isOver = trouble !== null && OVER.has(trouble);
  return (
    <>
      {!isOver && (
        <>
          <p>{t("welcome.intro", { ward: name })}</p>
          <p>{t("welcome.voluntary")}</p>
        </>
      )}
      {trouble !== null && (
        <div role="alert">
          <Card tone="again">
            <h2>{t(`welcome.${troubleOf(trouble)}`)}</h2>
            <p>{t(`welcome.${troubleOf(trouble)}Text`, { code: trouble })}</p>
          </Card>
        </div>
      )}
      {isOver ? (
        <ButtonLink look="primary" wide icon={BookOpen} href={`/so-tay/${invite.ward}`}>
          {t("welcome.readOnly")}
        </ButtonLink>
      ) : (
        <>
          <Button look="primary" wide icon={BookOpen} aria-disabled={busy} onClick={() => void open()}>
            {busy ? t("welcome.busy") : t("welcome.open")}
          </Button>
          <p className="quiet">
            {t("welcome.once", { until: momentWords(common, claims.exp, now(invite.ward)) })}
          </p>
          <ButtonLink look="quiet" wide href={`/so-tay/${invite.ward}`}>
            {t("welcome.readOnly")}
          </ButtonLink>
        </>
      )}
      {isOver && (
        <Button wide look="quiet" onClick={() => void onSpent()}>
          {t("welcome.other")}
        </Button>
      )}
    </>
  );
}

interface HouseholdWelcomeProps {
  readonly invite: Invite;
  readonly claims: InviteClaims;
  /** Forgets the link. */
  readonly onSpent: () => Promise<void>;
}

/** After these the link opens nothing any more. */
const OVER: ReadonlySet<string> = new Set(["invite-expired", "invite-used", "invite-unknown", "forbidden"]);

function troubleOf(error: EnrolError) {
  switch (error) {
    case "invite-expired":
    case "forbidden":
      return "expired" as const;
    case "invite-used":
      return "used" as const;
    case "invite-unknown":
      return "unknown" as const;
    case "unreachable":
      return "unreachable" as const;
    default:
      return "failed" as const;
  }
}
