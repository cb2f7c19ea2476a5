import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { relationShown } from "../../parts/words/relation-words.ts";
import { HeldPhoto } from "./HeldPhoto.tsx";
import type { Field, FieldName, FieldPair } from "./held-fields.ts";

/** What a held record says, one name a line. */
export function HeldFields({ ward, fields }: { readonly ward: WardView; readonly fields: readonly Field[] }) {
  const { t } = useTranslation("office");
  if (fields.length === 0) return null;
  return (
    <dl className="held-fields">
      {fields.map(({ name, value }) => (
        <div key={name}>
          <dt>{t(`held.fields.${name}`)}</dt>
          <dd>
            <Value ward={ward} name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same beside what the ward has, with what differs marked in words and weight. */
export function HeldPairs({
  ward,
  pairs,
}: {
  readonly ward: WardView;
  readonly pairs: readonly FieldPair[];
}) {
  const { t } = useTranslation("office");
  return (
    <table className="held-pairs">
      <thead>
        <tr>
          <th scope="col">{t("held.field")}</th>
          <th scope="col">{t("held.inLog")}</th>
          <th scope="col">{t("held.inHeld")}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, log, held }) => (
          <tr key={name} className={log === held ? "" : "held-differs"}>
            <th scope="row">
              {t(`held.fields.${name}`)}
              {log !== held && <span className="only-heard"> ({t("held.differs")})</span>}
            </th>
            <td>
              <Value ward={ward} name={name} value={log} />
            </td>
            <td>
              <Value ward={ward} name={name} value={held} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({
  ward,
  name,
  value,
}: {
  readonly ward: WardView;
  readonly name: FieldName;
  readonly value: string | number | null;
}) {
  const { t } = useTranslation("office");
  const { t: pledge } = useTranslation("pledge");
  if (value === null) return <>–</>;
  if (name === "strokes") {
    return (
      <svg className="held-strokes" viewBox="0 0 340 200" role="img" aria-label={t("held.fields.strokes")}>
        <path d={String(value)} />
      </svg>
    );
  }
  if (name === "photo") return <HeldPhoto ward={ward.slug} name={String(value)} />;
  if (name === "area") return <>{placeTitle(ward, String(value))}</>;
  if (name === "relation") return <>{relationShown(pledge, String(value))}</>;
  return <>{name === "agreed" || name === "declined" ? t("held.items", { number: value }) : value}</>;
}
