import { FileDown, LogOut } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Redirect } from "wouter";
import type { Leaving } from "../../phone/api/leave-acts.ts";
import type { Membership } from "../../phone/api/phone.ts";
import { useHandOver } from "../outbox/use-hand-over.ts";
import { SendNow } from "../outbox/SendNow.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { leaving as words } from "../text/vi/leaving.ts";
import "./MeScreen.css";

/** `/toi/roi-may`: gives the phone up, at the end of a round or for another person, once its person knows what goes with it. Of a phone that is locked it leads nowhere else. */
export function LeaveScreen({ isLocked = false }: { readonly isLocked?: boolean }) {
  useApartWords("leaving", words);
  const { t } = useTranslation("leaving");
  const { membership } = useHere();
  const frame = { title: t("title"), ...(isLocked ? { tabs: false } : { back: "/toi" }) };
  if (membership === undefined) return <Screen {...frame}>{null}</Screen>;
  // So it stands as soon as the phone has been given up.
  if (!membership || membership.device === null) return <Redirect replace to="/" />;
  return (
    <Screen {...frame}>
      <Leave membership={membership} isLocked={isLocked} />
    </Screen>
  );
}

function Leave({
  membership: { ward, name },
  isLocked,
}: {
  readonly membership: Membership;
  readonly isLocked: boolean;
}) {
  const { t } = useTranslation("leaving");
  const { act } = usePhone();
  const sending = useLive("sending", ward);
  const [lost, setLost] = useState<Leaving | null>(null);
  const [isAware, setIsAware] = useState(false);
  const [handed, setHanded] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const [trouble, setTrouble] = useState<"more" | "storage" | "unread" | null>(null);

  // `sending` tells whenever something was said, sent or taken.
  useEffect(() => void act.leaving(ward).then(setLost, () => setTrouble("unread")), [act, ward, sending]);

  async function leave() {
    setIsAsking(false);
    const left = lost && (await act.leave(ward, lost));
    if (!left || left.ok) return;
    setTrouble(left.error);
    setIsAware(false);
    setLost(await act.leaving(ward));
  }

  if (!lost) return <Trouble text={trouble && t(trouble)} />;
  const isMuch = Object.values(lost).some((count) => count > 0);
  const waiting = lost.unsent + lost.photos;
  return (
    <>
      <div className="me">
        <p>{t("text", { ward: name })}</p>
        <p>{t("office")}</p>
        {waiting > 0 ? (
          <SendFirst ward={ward} lost={lost} onHanded={() => setHanded(waiting)} />
        ) : (
          <p role="status">{t("allThere")}</p>
        )}
        <Lost ward={ward} lost={lost} isLocked={isLocked} />
        <div className="me-leave">
          {isMuch && (
            <CheckBox boxed checked={isAware} onChange={setIsAware}>
              {t("aware")}
            </CheckBox>
          )}
          <Trouble text={trouble && t(trouble)} />
          <Button
            look="danger"
            wide
            icon={LogOut}
            disabled={(isMuch && !isAware) || waiting > handed}
            onClick={() => {
              setTrouble(null);
              setIsAsking(true);
            }}
          >
            {t("leave")}
          </Button>
        </div>
      </div>
      {isAsking && <Sure name={name} onLeave={() => void leave()} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** `onHanded` is told once what waits has left the phone as a file, or it turned out that no file can be made. */
function SendFirst({
  ward,
  lost: { unsent, photos },
  onHanded,
}: LostProps & { readonly onHanded: () => void }) {
  const { t } = useTranslation("leaving");
  const { t: outbox } = useTranslation("outbox");
  const numbers = useNumbers();
  const { hand, said, trouble } = useHandOver(ward);
  return (
    <section>
      <h2>{t("first")}</h2>
      <p>
        {t(photos > 0 ? "unsentBoth" : "unsent", {
          records: numbers.integer(unsent),
          photos: numbers.integer(photos),
        })}
      </p>
      <SendNow ward={ward} />
      <p>{t("unsentText")}</p>
      <Button icon={FileDown} wide onClick={() => void hand().then((isDone) => isDone && onHanded())}>
        {outbox("carry.hand")}
      </Button>
      <p className="quiet" role="status">
        {said}
      </p>
      <Trouble text={trouble} />
    </section>
  );
}

/** What no sending helps: it goes with the phone. */
function Lost({ ward, lost, isLocked }: LostProps & { readonly isLocked: boolean }) {
  const { t } = useTranslation("leaving");
  const numbers = useNumbers();
  const carried = useLive("carried", ward)?.count ?? 0;
  const lines = (
    [
      ["rejected", lost.rejected],
      ["unsaved", lost.unsaved],
      ["drafts", lost.drafts],
      ["carried", carried],
    ] as const
  ).filter(([, count]) => count > 0);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t("lost")}</h2>
      <ul>
        {lines.map(([what, count]) => (
          <li key={what}>{t(what, { count, number: numbers.integer(count) })}</li>
        ))}
      </ul>
      {lost.rejected > 0 && !isLocked && <ButtonLink href="/so-gui">{t("openOutbox")}</ButtonLink>}
    </section>
  );
}

function Sure({
  name,
  onLeave,
  onClose,
}: {
  readonly name: string;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("leaving");
  return (
    <Dialog title={t("sure")} onClose={onClose}>
      <p>{t("sureText", { ward: name })}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t("keep")}</Button>
        <Button look="danger" onClick={onLeave}>
          {t("leave")}
        </Button>
      </div>
    </Dialog>
  );
}

interface LostProps {
  readonly ward: string;
  readonly lost: Leaving;
}
