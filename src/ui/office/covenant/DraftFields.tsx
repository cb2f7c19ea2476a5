import { useTranslation } from "react-i18next";
import type { CovenantDraft } from "../../../domain/covenant/covenant-draft.ts";
import { nextEdition } from "../../../domain/covenant/covenant-edition.ts";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import type { Covenant } from "../../../domain/ward-facts.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { DraftBox } from "./DraftBox.tsx";
import { RowFields } from "./RowFields.tsx";

/** All of an edition but its chapters: by which decision it was recognised, and what stands around it. */
export function DraftFields({
  draft,
  known,
  standing,
  flaws,
  onChange,
}: {
  readonly ward: WardView;
  readonly draft: CovenantDraft;
  readonly known: readonly (number | string)[];
  readonly standing: Covenant | null;
  readonly flaws: readonly DraftFlaw[];
  readonly onChange: (fields: Partial<CovenantDraft>) => void;
}) {
  const { t } = useTranslation("covenant");
  const next = nextEdition(standing ? [...known, standing.edition] : known);
  const field = (
    name: "edition" | "title" | "number" | "date" | "authority" | "inForce" | "introduction",
  ) => ({
    field: name,
    label: t(`form.${name}`),
    flaws,
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <>
      <section className="office-card">
        <h3>{t("form.about")}</h3>
        <div className="covenant-fields">
          <DraftBox {...field("edition")} hint={t("form.editionHint", { next })} />
          <DraftBox {...field("title")} />
          <DraftBox {...field("number")} />
          <DraftBox {...field("date")} day />
          <DraftBox {...field("authority")} hint={t("form.authorityHint")} />
          <DraftBox {...field("inForce")} day />
        </div>
        <DraftBox {...field("introduction")} long={5} />
      </section>
      <RowFields
        list="decisions"
        rows={draft.decisions}
        parts={[
          { name: "title" },
          { name: "number" },
          { name: "date", day: true },
          { name: "authority" },
          { name: "text", long: 2 },
        ]}
        empty={{ title: "", number: "", date: "", authority: "", text: "" }}
        labelOf={(name) => t(`decisions.${name}`)}
        flaws={flaws}
        onChange={(decisions) => onChange({ decisions })}
      />
      <RowFields
        list="contacts"
        rows={draft.contacts}
        parts={[{ name: "office" }, { name: "name" }, { name: "phone" }]}
        empty={{ office: "", name: "", phone: "" }}
        labelOf={(name) => t(`contacts.${name}`)}
        flaws={flaws}
        onChange={(contacts) => onChange({ contacts })}
      />
      <RowFields
        list="opinions"
        hint={t("form.opinionsHint")}
        rows={draft.opinions}
        parts={[{ name: "article" }, { name: "text", long: 2 }, { name: "answer", long: 2 }]}
        empty={{ article: "", text: "", answer: "" }}
        labelOf={(name) => t(`opinions.${name}`)}
        flaws={flaws}
        onChange={(opinions) => onChange({ opinions })}
      />
    </>
  );
}
