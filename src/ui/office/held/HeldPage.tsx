import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { momentWords } from "../../parts/words/when.ts";
import { AskedNotice } from "../AskedNotice.tsx";
import { HeldItem } from "./HeldItem.tsx";
import type { Deciding } from "../use-decision.ts";
import { useHeld } from "./use-held.ts";
import "./HeldPage.css";

/** `/phuong/cho-xet`: records that the ward could not take by itself, for the office to decide on. */
export function HeldPage({ ward, deciding }: { readonly ward: WardView; readonly deciding: Deciding }) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const held = useHeld(ward.slug);
  if (!held) return null;
  const { pending, decide, trouble } = deciding;
  const lines = held.value ?? [];
  const open = lines.filter(({ jti, decided }) => decided === null && jti !== pending?.target);
  const sent = lines.filter(({ decided }) => decided !== null).length;
  return (
    <>
      <p className="held-intro">{t("held.intro")}</p>
      <AskedNotice asked={held} />
      <Trouble text={trouble} />
      {sent > 0 && <p role="status">{t("held.onTheWay", { count: sent })}</p>}
      {held.value !== null && open.length === 0 && (
        <EmptyState icon={CircleCheck} title={t("held.none")}>
          <p>{t("held.noneText")}</p>
        </EmptyState>
      )}
      <ul className="held-list">
        {open.map((line) => (
          <HeldItem key={line.jti} ward={ward} line={line} onDecide={decide} />
        ))}
      </ul>
      {held.at !== null && held.problem === null && (
        <p className="quiet">{t("asked.at", { time: momentWords(common, held.at, now(ward.slug)) })}</p>
      )}
    </>
  );
}
