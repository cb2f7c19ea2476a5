import { FileUp } from "lucide-react";
import { useId, useMemo, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ListError } from "../../../domain/import/household-list.ts";
import type { Result } from "../../../domain/result.ts";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { importKey, readKeptImport } from "./kept-import.ts";
import { ListChoices } from "./ListChoices.tsx";
import type { PartProps } from "./part-props.ts";
import { TakeList } from "./TakeList.tsx";
import { useImport, type Importing } from "./use-import.ts";

/** A list is taken from a file: chosen, read, looked through, and only then taken. */
export function ImportPage({ ward }: PartProps) {
  const { t } = useTranslation("households");
  const importing = useImport(ward.slug);
  const draft = useLive("draft", importKey(ward.slug));
  const kept = useMemo(() => readKeptImport(draft), [draft]);
  const { read, name, busy } = importing;
  const reading = read?.ok ? read.value : null;
  const plan: Result<unknown, ListError> | null = reading?.examined.plan ?? null;
  return (
    <div className="import-page">
      {kept && <p role="status">{t("take.waiting")}</p>}
      {!kept && <ChooseFile importing={importing} />}
      {busy && <p role="status">{t("choose.reading", { name: name ?? "" })}</p>}
      {!busy && read && !read.ok && <Trouble text={t(`errors.${read.error}`)} />}
      {!busy && plan && !plan.ok && <ListTrouble error={plan.error} />}
      {!kept && reading && <ListChoices importing={importing} reading={reading} />}
      {!kept && !busy && reading && name !== null && (
        <TakeList
          // What was said of one reading's rows does not hold for another's.
          key={readingKey(importing)}
          ward={ward}
          file={name}
          reading={reading}
          onTaken={importing.drop}
        />
      )}
    </div>
  );
}

function readingKey({ name, writing, choices }: Importing): string {
  return JSON.stringify([name, writing, choices]);
}

function ListTrouble({ error }: { readonly error: ListError }) {
  const { t } = useTranslation("households");
  if (error.code === "missing-columns") {
    const { sheet, row } = error.place;
    const place = sheet === "" ? `${t("preview.row")} ${row}` : t("preview.rowOf", { sheet, row });
    const columns = error.missing.map((one) => t(`required.${one}`)).join(", ");
    return <Trouble text={t("listErrors.missing-columns", { place, columns })} />;
  }
  if (error.code === "two-neighbourhoods") {
    const [first, second] = error.names;
    return <Trouble text={t("listErrors.two-neighbourhoods", { sheet: error.sheet, first, second })} />;
  }
  return <Trouble text={t(`listErrors.${error.code}`)} />;
}

function ChooseFile({ importing: { name, choose } }: { readonly importing: Importing }) {
  const { t } = useTranslation("households");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void choose(file);
  }

  return (
    <section
      className={over ? "office-card import-drop import-drop-over" : "office-card import-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t("choose.title")}</h2>
      <p>{t("choose.text")}</p>
      <label htmlFor={id} className="only-heard">
        {t("choose.title")}
      </label>
      <input
        ref={input}
        id={id}
        className="only-heard"
        tabIndex={-1}
        type="file"
        accept=".xlsx,.csv,.xls,.txt,.tsv,.ods,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file, corrected meanwhile, may be chosen again.
          target.value = "";
          if (file) void choose(file);
        }}
      />
      <p className="import-choose">
        <Button
          look={name === null ? "primary" : "plain"}
          icon={FileUp}
          onClick={() => input.current?.click()}
        >
          {t(name === null ? "choose.button" : "choose.another")}
        </Button>
        <span>{name === null ? t("choose.drop") : t("choose.read", { name })}</span>
      </p>
    </section>
  );
}
