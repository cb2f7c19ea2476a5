import { useTranslation } from "react-i18next";
import { alikeAfter } from "../../../domain/ward/alike.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { householdName } from "../../parts/words/household-names.ts";
import { useNumbers } from "../../text/use-numbers.ts";

/** Which households would have the same number in the same street once some have moved; nothing where none would. */
export function AlikeAfter({ ward, rows, moves }: AlikeAfterProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const numbers = useNumbers();
  const groups = alikeAfter(rows, new Map(moves.map(({ household, to }) => [household, to])));
  if (groups.length === 0) return null;
  const more = groups.length - MOST;
  return (
    <div role="status" className="move-out-alike">
      <p>{t("alike.before", { count: groups.length, number: numbers.integer(groups.length) })}</p>
      <ul>
        {groups.slice(0, MOST).map((group) => (
          <li key={group.map(({ id }) => id).join(" ")}>
            {group
              .map(
                (row) =>
                  `${householdName(common, row)} (${row.address ?? ""}; ${placeTitle(ward, row.area)})`,
              )
              .join(` ${t("alike.and")} `)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t("alike.more", { count: more, number: numbers.integer(more) })}</p>}
      <p className="quiet">{t("alike.where")}</p>
    </div>
  );
}

const MOST = 8;

interface AlikeAfterProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly moves: readonly { readonly household: string; readonly to: string }[];
}
