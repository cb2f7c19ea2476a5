import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { readInvite, type Invite } from "./invite-link.ts";

/** Takes an invite that somebody pastes or types. */
export function PasteForm({ onInvite }: { readonly onInvite: (invite: Invite) => void }) {
  const { t } = useTranslation("enrol");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const id = useId();

  function submit(event: React.SyntheticEvent) {
    event.preventDefault();
    const invite = readInvite(text);
    if (invite) onInvite(invite);
    else setWrong(true);
  }

  return (
    <form onSubmit={submit}>
      <h2>{t("paste.title")}</h2>
      <p>{t("paste.text")}</p>
      <div className="field">
        <label htmlFor={id}>{t("paste.label")}</label>
        <textarea
          id={id}
          rows={3}
          value={text}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
      </div>
      {wrong && (
        <p className="trouble" role="alert" id={`${id}-wrong`}>
          {t("paste.wrong")}
        </p>
      )}
      <Button look="primary" type="submit" wide>
        {t("paste.submit")}
      </Button>
    </form>
  );
}
