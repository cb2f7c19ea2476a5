import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { findDoubles } from "../../../domain/words/likeness.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { alikeApart } from "./alike-groups.ts";
import { groupKey, notSameKey, readNotSame } from "./not-same.ts";
import type { PartProps } from "./part-props.ts";

/** After whole tổ were moved: that some households are alike by number and street now, and where to look at them. */
export function AlikeNow({ ward, rows }: PartProps) {
  const { t } = useTranslation("households");
  const numbers = useNumbers();
  const kept = useLive("draft", notSameKey(ward.slug));
  const hasMoved = ward.areas.some(({ to }) => to !== undefined);
  const alike = useMemo(() => (hasMoved ? alikeApart(rows, findDoubles(rows)) : []), [hasMoved, rows]);
  if (kept === undefined) return null;
  const left = readNotSame(kept);
  const count = alike.filter((group) => !left.includes(groupKey(group))).length;
  if (count === 0) return null;
  return (
    <p role="status" className="office-card move-out office-noprint">
      {t("alike.now", { count, number: numbers.integer(count) })}{" "}
      <Link href="/phuong/ho-dan/trung">{t("alike.open")}</Link>
    </p>
  );
}
