import { useTranslation } from "react-i18next";
import type { Answer, Answers } from "../../../domain/import/answers.ts";
import type { ExistingHousehold, Place } from "../../../domain/import/household-list.ts";
import type { ChangedFields } from "../../../domain/import/plan-import.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { groupNumber, placeTitle } from "../../parts/words/area-names.ts";
import { candidatesOf, chosenIn, placeOfRow, type PreviewRow } from "./preview-rows.ts";

/** What becomes of one row, why, and where it is in doubt the choice. */
export function PreviewLine({ ward, row, answers, onAnswer }: PreviewLineProps) {
  const { t } = useTranslation("households");
  const place = placeOfRow(row);
  const about = aboutOf(row);
  return (
    <tr>
      <td>{place === null ? t("preview.inWard") : <PlaceName place={place} />}</td>
      <td>{placeWords(ward, row)}</td>
      <td className="office-figure">{about.number}</td>
      <th scope="row">{about.head}</th>
      <td>{about.address}</td>
      <td className="office-figure">{about.members}</td>
      <td>
        <b className={`import-kind import-${row.kind}`}>{t(`preview.kinds.${row.kind}`)}</b>
        <Details ward={ward} row={row} />
        <AnswerField row={row} answers={answers} onAnswer={onAnswer} />
      </td>
    </tr>
  );
}

interface PreviewLineProps {
  readonly ward: WardView;
  readonly row: PreviewRow;
  readonly answers: Answers;
  readonly onAnswer: (key: string, answer: Answer) => void;
}

interface About {
  readonly area: string | undefined;
  readonly head: string;
  readonly address: string;
  readonly number?: number | string;
  readonly members?: number;
}

/** Where a row lies; of an area that the ward has not got yet the words of the file, since nobody knows its code. */
function placeWords(ward: WardView, row: PreviewRow): string {
  if (row.kind === "noArea") return `${row.row.areaNames.group} · ${row.row.areaNames.neighbourhood}`;
  const { area } = aboutOf(row);
  return area === undefined ? "" : placeTitle(ward, area);
}

function aboutOf(row: PreviewRow): About {
  if (row.kind === "missing") return row.household;
  return row.kind === "refused" ? (row.refused.whole ?? row.refused.about) : row.row;
}

function PlaceName({ place: { sheet, row } }: { readonly place: Place }) {
  const { t } = useTranslation("households");
  return sheet === "" ? row : t("preview.rowOf", { sheet, row });
}

function Details({ ward, row }: { readonly ward: WardView; readonly row: PreviewRow }) {
  const { t } = useTranslation("households");
  switch (row.kind) {
    case "changed":
      return <Changes household={row.household} fields={row.fields} />;
    case "missing":
      return <p>{t("preview.keeps")}</p>;
    case "noArea": {
      const { neighbourhood, group } = row.row.areaNames;
      return <p>{t("preview.noAreaText", { area: `${group}, ${neighbourhood}` })}</p>;
    }
    case "doubt": {
      const { household, likeness } = row.doubt;
      return <p>{t("preview.alike", { ...household, why: t(`preview.alikeWhy.${likeness}`) })}</p>;
    }
    case "refused": {
      const { reason, value, other, like } = row.refused;
      const words = t(`refusals.${reason}`, { row: other?.row ?? "" });
      return (
        <p>
          {value === "" || other ? words : t("refusedValue", { reason: words, value })}
          {like.length > 0 && ": "}
          {like.map(({ number, head, area }) => `${number} · ${head}, ${groupNumber(ward, area)}`).join("; ")}
        </p>
      );
    }
    case "new":
    case "same":
      return null;
  }
}

function Changes({
  household,
  fields,
}: {
  readonly household: ExistingHousehold;
  readonly fields: ChangedFields;
}) {
  const { t } = useTranslation("households");
  const changed = FIELDS.filter((field) => fields[field] !== undefined);
  return (
    <ul className="import-changes">
      {changed.map((field) => (
        <li key={field}>
          {t("preview.change", {
            field: t(`fieldNames.${field}`),
            from: household[field] === "" ? t("preview.blank") : household[field],
            to: fields[field] ?? "",
          })}
        </li>
      ))}
    </ul>
  );
}

const FIELDS = ["number", "head", "address", "members", "note", "phone"] as const;

function AnswerField({ row, answers, onAnswer }: Omit<PreviewLineProps, "ward">) {
  const { t } = useTranslation("households");
  const like = candidatesOf(row);
  if (like.length === 0) return null;
  const label = t("preview.answer", { row: placeOfRow(row)?.row ?? "", head: aboutOf(row).head });
  return (
    <select
      aria-label={label}
      value={chosenIn(row, answers)}
      onChange={({ target: { value } }) =>
        onAnswer(row.key, value === "new" || value === "leave" ? value : { household: value })
      }
    >
      <option value="new">{t("preview.answerNew")}</option>
      {like
        .filter(({ open }) => open)
        .map(({ id, number, head }) => (
          <option key={id} value={id}>
            {t("preview.answerIs", { number, head })}
          </option>
        ))}
      <option value="leave">{t("preview.answerLeave")}</option>
    </select>
  );
}
