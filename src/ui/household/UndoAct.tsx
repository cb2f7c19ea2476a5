import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Draft } from "../../domain/statement.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useKeptThings } from "../parts/hooks/use-kept.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { putBack } from "./put-back.ts";
import { LAST_ACT } from "./last-act-key.ts";
import { secondsLeft, type LastAct } from "./use-last-act.ts";

/** For ten seconds takes back at one tap what was done last at a door: `at` this one, or at the one it led here from. */
export function UndoAct({ last, at, onClose }: UndoActProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const { run, trouble } = useSay();
  const things = useKeptThings();
  const [, navigate] = useLocation();
  const { ward, sub, number, jtis, places = [], dropped, form, what } = last;
  const house = common("household.short", { number: number ?? common("household.noNumber") });
  const words = sub === at ? last.words : `${house}: ${what}`;
  const half = form?.key ?? pledgeDraftKey(ward, sub);
  const draft = useLive("draft", half);

  /** What was filled in first: where that fails what was said still stands, to be undone once more. */
  async function undo() {
    const back = await putBack(phone, half, dropped, draft);
    const done = back.ok && jtis.length > 0 ? await phone.act.say(ward, jtis.map(takenBack)) : back;
    // On another page it is not offered once more.
    if (!done.ok) return done;
    things.delete(LAST_ACT);
    // Of a household that was just added nothing is left to be shown but the form.
    if (form && sub === at) navigate(form.href, { replace: true });
    return done;
  }

  function takenBack(jti: string, index: number): Draft {
    return {
      type: "statement.retracted",
      sub: jti,
      in: places[index] ?? sub,
      body: { reason: "mistake" },
    };
  }

  return (
    <>
      <Trouble text={trouble} />
      <UndoToast
        words={words}
        undone={t("done.undone")}
        seconds={secondsLeft(last, phone.now(ward))}
        onUndo={() => run(undo)}
        onClose={onClose}
      />
    </>
  );
}

interface UndoActProps {
  readonly last: LastAct;
  /** The household whose page this is. */
  readonly at: string;
  readonly onClose: () => void;
}
