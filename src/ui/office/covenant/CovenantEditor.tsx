import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { beginDraft, covenantDraftKey, readDraft } from "../../../domain/covenant/covenant-draft.ts";
import { nextEdition } from "../../../domain/covenant/covenant-edition.ts";
import type { HandbookView, WardView } from "../../../phone/api/phone.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { covenantAddress } from "./addresses.ts";
import { areasToWrite } from "./areas-to-write.ts";
import { ownHandbook } from "./own-handbook.ts";
import { Writing } from "./Writing.tsx";
import { useKnownEditions } from "./use-known-editions.ts";

/** `/phuong/so-tay/<area>`: writes the area's next edition; begins from the one that stands. */
export function CovenantEditor({ ward, area }: { readonly ward: WardView; readonly area: string }) {
  const { t } = useTranslation("covenant");
  const found = useLive("handbook", ward.slug, area);
  if (!areasToWrite(ward).includes(area)) {
    return (
      <EmptyState title={t("unknownArea")}>
        <ButtonLink href={covenantAddress()}>{t("back")}</ButtonLink>
      </EmptyState>
    );
  }
  if (found === undefined) return null;
  const view = found?.area.code === area ? found : null;
  return <Drafted ward={ward} area={area} view={view} />;
}

function Drafted({
  ward,
  area,
  view,
}: {
  readonly ward: WardView;
  readonly area: string;
  readonly view: HandbookView | null;
}) {
  const known = useKnownEditions(ward.slug, area);
  const read = useCallback(
    (kept: unknown) => {
      const all = view ? [...known, view.covenant.edition] : known;
      return readDraft(kept) ?? beginDraft(view?.covenant ?? null, ownHandbook(view), nextEdition(all));
    },
    [view, known],
  );
  const draft = useDraft(covenantDraftKey(ward.slug, area), read);
  if (!draft) return null;
  return <Writing ward={ward} area={area} view={view} known={known} draft={draft} />;
}
