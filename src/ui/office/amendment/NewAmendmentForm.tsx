import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { AMENDMENT_KINDS } from "../../../domain/amendment/amendment-case.ts";
import { openingDraft } from "../../../domain/amendment/amendment-statements.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { isoDate } from "../../parts/words/when.ts";
import { areasToBegin } from "../covenant/areas-to-write.ts";
import { FormCard, TextField } from "../form-parts.tsx";
import { amendmentAddress } from "./addresses.ts";
import { readValues, type StepValues } from "./step-values.ts";
import { BookField } from "./BookField.tsx";

/** Opens the file of a change, and goes there. */
export function NewAmendmentForm({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("amendment");
  const { act, newId, now } = usePhone();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [isLacking, setLacking] = useState(false);
  // One for each time the form is open: a double click goes to the file that the first click opened.
  const [file] = useState(newId);
  const areas = areasToBegin(ward, isoDate(now(ward.slug)));
  const read = useCallback((kept: unknown): StepValues => readValues(kept) ?? {}, []);
  const draft = useDraft(`amendment/${ward.slug}/new`, read);
  if (!draft) return null;
  const { value, keep } = draft;
  // One that has ended since it was chosen is no more among them.
  const area = areas.find((code) => code === value["area"]) ?? areas[0] ?? "";
  const kind = AMENDMENT_KINDS.find((one) => one === value["kind"]) ?? "change";
  const title = value["title"] ?? "";
  const change = (fields: StepValues) => {
    setLacking(false);
    keep({ ...value, ...fields });
  };

  async function open() {
    const about = title.normalize("NFC").trim();
    if (area === "" || about === "") return setLacking(true);
    const money = value["money"] === "yes";
    draft?.release();
    const say = openingDraft({ id: file, area, covenant: area, kind, title: about, money });
    const done = await run(() => act.say(ward.slug, [say], draft?.key));
    if (!done.ok) return keep(value);
    announce(t("new.kept", { title: about }));
    return navigate(amendmentAddress(file));
  }

  return (
    <FormCard
      title={t("new.title")}
      button={t("new.save")}
      trouble={isLacking ? t("new.needArea") : trouble}
      busy={busy}
      asked={false}
      onSubmit={() => void open()}
    >
      <BookField
        {...{ ward, areas, area }}
        label={t("new.area")}
        onChoose={(code) => change({ area: code })}
      />
      <SelectField label={t("new.kind")} value={kind} onChange={(chosen) => change({ kind: chosen })}>
        {AMENDMENT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("new.about")}
        hint={t("new.aboutHint")}
        value={title}
        onChange={(text) => change({ title: text })}
      />
      <CheckBox
        checked={value["money"] === "yes"}
        onChange={(checked) => change({ money: checked ? "yes" : "" })}
      >
        {t("new.money")}
      </CheckBox>
    </FormCard>
  );
}
