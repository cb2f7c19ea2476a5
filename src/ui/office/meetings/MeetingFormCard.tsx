import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, dayOf } from "../../../domain/days/campaign-days.ts";
import { meetingDraft } from "../../../domain/meeting/meeting-drafts.ts";
import { MEETING_KINDS, type Meeting } from "../../../domain/meeting/meeting.ts";
import { concerns } from "../../../domain/meeting/meetings.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { SelectField } from "../../parts/SelectField.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { FormCard, TextField, today as todayOf } from "../form-parts.tsx";
import type { Recording } from "../use-recording.ts";
import { LinesField } from "./LinesField.tsx";
import { formOf, readMeetingForm, wordsOf, type FormFlaw, type MeetingForm } from "./meeting-form.ts";

/** Announces a meeting, changes it, or writes down what came of it; what is half filled in stays. */
export function MeetingFormCard({
  ward,
  rows,
  of,
  held,
  busy,
  trouble,
  onRecord,
  onCancel,
}: MeetingFormProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  const { now, newId } = usePhone();
  const today = todayOf(now(ward.slug));
  const [flaw, setFlaw] = useState<FormFlaw | null>(null);
  const read = useCallback(
    (kept: unknown): MeetingForm => {
      const known = readMeetingForm(kept) ?? formOf(of, ward.slug, today);
      return held ? { ...known, held: true } : known;
    },
    [of, ward.slug, today, held],
  );
  const draft = useDraft(`meeting-form/${ward.slug}/${of?.id ?? ""}`, read);
  if (!draft) return null;
  const { value: form } = draft;

  function change(part: Partial<MeetingForm>) {
    setFlaw(null);
    draft?.keep({ ...form, ...part });
  }

  async function submit() {
    const area = form.area === "" ? ward.slug : form.area;
    const households = rows.filter((row) => concerns({ area }, row.area, ward.slug)).length;
    const said = wordsOf(form, { ward: ward.slug, today, households, numbers });
    if (typeof said === "string" || !("kind" in said)) return setFlaw(said);
    const words = t(said.planned ? "form.keptPlan" : "form.keptHeld");
    const together = of?.parts.map(({ id: part }) => part) ?? [];
    const done = await onRecord({ says: [meetingDraft(said, newId(), of?.id, together)], words });
    if (done) await draft?.drop();
    return undefined;
  }

  const title = of === null ? "new" : held ? "write" : "change";
  const isSoon = form.kind === "covenant" && !form.held && form.date < dateOf(dayOf(today) + NOTICE);
  return (
    <FormCard
      title={t(`form.${title}`)}
      button={t(form.held ? "form.saveHeld" : "form.savePlan")}
      trouble={flawWords()}
      busy={busy}
      asked
      onSubmit={() => void submit()}
    >
      <div className="meetings-pair">
        <SelectField
          label={t("form.kind")}
          value={form.kind}
          onChange={(chosen) => change({ kind: MEETING_KINDS.find((one) => one === chosen) ?? "other" })}
        >
          {MEETING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <AreaSelect
          ward={ward}
          label={t("form.area")}
          area={form.area}
          onChoose={(area) => change({ area })}
        />
      </div>
      <TextField label={t("form.subject")} value={form.subject} onChange={(subject) => change({ subject })} />
      <div className="meetings-pair">
        <TextField
          label={t("form.date")}
          type="date"
          value={form.date}
          {...(isSoon ? { hint: t("form.tooSoon") } : {})}
          onChange={(date) => change({ date })}
        />
        <TextField
          label={t("form.time")}
          type="time"
          value={form.time}
          onChange={(time) => change({ time })}
        />
      </div>
      <TextField label={t("form.place")} value={form.place} onChange={(place) => change({ place })} />
      <div className="meetings-pair">
        <TextField label={t("form.chair")} value={form.chair} onChange={(chair) => change({ chair })} />
        <TextField
          label={t("form.secretary")}
          value={form.secretary}
          onChange={(secretary) => change({ secretary })}
        />
      </div>
      <p className="field-hint">{t("form.namesHint")}</p>
      <LinesField
        label={t("form.invited")}
        hint={t("form.invitedHint")}
        value={form.invited}
        onChange={(invited) => change({ invited })}
      />
      <LinesField
        label={t("form.programme")}
        hint={t("form.programmeHint")}
        value={form.programme}
        onChange={(programme) => change({ programme })}
      />
      <LinesField
        label={t("form.documents")}
        hint={t("form.documentsHint")}
        value={form.documents}
        onChange={(documents) => change({ documents })}
      />
      <p className="quiet">{t("form.public")}</p>
      <CheckBox boxed checked={form.held} onChange={(on) => change({ held: on })}>
        {t("form.held")}
      </CheckBox>
      {form.held && (
        <>
          <div className="meetings-pair">
            <TextField
              label={t("form.households")}
              hint={t("form.householdsHint")}
              value={form.households}
              onChange={(households) => change({ households })}
            />
            <TextField
              label={t("form.present")}
              hint={t("form.presentHint")}
              value={form.present}
              onChange={(present) => change({ present })}
            />
          </div>
          <LinesField
            label={t("form.minutes")}
            hint={t("form.minutesHint")}
            rows={6}
            value={form.minutes}
            onChange={(minutes) => change({ minutes })}
          />
          <LinesField
            label={t("form.conclusions")}
            hint={t("form.minutesHint")}
            value={form.conclusions}
            onChange={(conclusions) => change({ conclusions })}
          />
        </>
      )}
      <Trouble text={trouble} />
      <Button look="quiet" wide onClick={onCancel}>
        {t("form.cancel")}
      </Button>
    </FormCard>
  );

  function flawWords(): string | null {
    if (flaw === null || typeof flaw === "string") return flaw === null ? null : t(`form.${flaw}`);
    return t("form.tooMany", { present: flaw.present, all: flaw.all });
  }
}

/** Days before which a meeting about the covenant is announced (Luật 10/2022/QH15). */
const NOTICE = 2;

interface MeetingFormProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  /** The meeting that it changes; null for a new one. */
  readonly of: Meeting | null;
  /** To write down what came of it. */
  readonly held: boolean;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onRecord: (said: Recording) => Promise<boolean>;
  readonly onCancel: () => void;
}
