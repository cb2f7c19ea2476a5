import { useTranslation } from "react-i18next";
import type { Draft } from "../../domain/statement.ts";
import { pledgeDraftKey } from "../../phone/pledge-draft-key.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useLive } from "../parts/use-live.ts";
import { useSay } from "../parts/use-say.ts";
import type { LastAct } from "./last-act.ts";
import { putBack } from "./put-back.ts";

/** For ten seconds takes back at one tap what was done last at a door. */
export function UndoAct({ last, onClose }: UndoActProps) {
  const { t } = useTranslation("household");
  const phone = usePhone();
  const { run, trouble } = useSay();
  const { ward, sub, jtis, dropped, words } = last;
  const half = pledgeDraftKey(ward, sub);
  const draft = useLive("draft", half);

  /** The pledge first: where that fails what was said still stands, to be undone once more. */
  async function undo() {
    const back = await putBack(phone, half, dropped, draft);
    return back.ok && jtis.length > 0 ? phone.act.say(ward, jtis.map(takenBack)) : back;
  }

  function takenBack(jti: string): Draft {
    return { type: "statement.retracted", sub: jti, in: sub, body: { reason: "mistake" } };
  }

  return (
    <>
      <Trouble text={trouble} />
      <UndoToast words={words} undone={t("done.undone")} onUndo={() => run(undo)} onClose={onClose} />
    </>
  );
}

interface UndoActProps {
  readonly last: LastAct;
  readonly onClose: () => void;
}
