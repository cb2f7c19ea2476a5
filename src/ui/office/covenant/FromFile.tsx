import { FileInput, Undo2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CovenantDraft } from "../../../domain/covenant/covenant-draft.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { Taken, Taking } from "./use-taking.ts";

/** Opens a file of the office's own, and tells what was taken from it and what was left out. */
export function FromFile({
  taking: { taken, trouble, busy, takeFile, undo },
  draft,
  onChange,
}: {
  readonly taking: Taking;
  readonly draft: CovenantDraft;
  readonly onChange: (fields: Partial<CovenantDraft>) => void;
}) {
  const { t } = useTranslation("covenant");
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [told, tell] = useState("");
  useEffect(() => {
    if (taken) announce(takenWords(t, taken));
  }, [announce, t, taken]);

  return (
    <section className="office-card">
      <h3>{t("file.title")}</h3>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.md,.markdown,.txt"
        aria-label={t("file.open")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          tell("");
          if (file) void takeFile(file);
          // The same file may be chosen again once it was put right.
          target.value = "";
        }}
      />
      <Button
        icon={FileInput}
        aria-describedby={hint}
        aria-disabled={busy}
        onClick={() => input.current?.click()}
      >
        {t("file.open")}
      </Button>
      <p id={hint} className="field-hint">
        {t("file.hint")}
      </p>
      {busy && <p role="status">{t("file.reading")}</p>}
      <Trouble
        text={
          trouble &&
          (trouble.code === "badFront"
            ? t("file.badFront", { line: trouble.line })
            : t(`file.${trouble.code}`))
        }
      />
      {told !== "" && <p role="status">{told}</p>}
      {taken && (
        <div className="covenant-taken">
          <p>
            <strong>{takenWords(t, taken)}</strong>
          </p>
          <LeftOut taken={taken} />
          {taken.front !== "" && draft.introduction !== taken.front && (
            <>
              <p>{t("file.front")}</p>
              <blockquote>{taken.front}</blockquote>
              <Button
                onClick={() => {
                  onChange({ introduction: taken.front });
                  announce(t("file.usedFront"));
                }}
              >
                {t("file.useFront")}
              </Button>{" "}
            </>
          )}
          <Button
            icon={Undo2}
            onClick={() => {
              undo();
              tell(t("file.undone"));
            }}
          >
            {t("file.undo")}
          </Button>
        </div>
      )}
    </section>
  );
}

function LeftOut({ taken: { left, addedChapter, otherArea } }: { readonly taken: Taken }) {
  const { t } = useTranslation("covenant");
  return (
    <>
      {otherArea !== null && <p className="covenant-wrong">{t("file.otherArea", { area: otherArea })}</p>}
      {addedChapter && <p>{t("file.addedChapter")}</p>}
      {left.pictures > 0 && (
        <p>
          {t("file.pictures", { count: left.pictures })} {t("file.textInPictures")}
        </p>
      )}
      {left.notes > 0 && <p>{t("file.notes", { count: left.notes })}</p>}
      {left.tables.length > 0 && (
        <>
          <p>{t("file.tables", { count: left.tables.length })}</p>
          <ul>
            {[...new Set(left.tables)].map((words) => (
              <li key={words}>‘{words}’</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function takenWords(
  t: ReturnType<typeof useTranslation<"covenant">>["t"],
  { name, chapters, articles }: Taken,
): string {
  return name === null
    ? t("file.pasted", { chapters, articles })
    : t("file.opened", { chapters, articles, name });
}
