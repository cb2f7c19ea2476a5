import { ArrowLeft, Trash2 } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { covenantBody, handbookBody, type CovenantDraft } from "../../../domain/covenant/covenant-draft.ts";
import { keptTranslations } from "../../../domain/covenant/covenant-edition.ts";
import { draftFlaws, type DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import type { HandbookView, WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { areaName } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { DraftState } from "../../parts/hooks/use-draft.ts";
import { amendmentAddress } from "../amendment/addresses.ts";
import { covenantAddress } from "./addresses.ts";
import { ChaptersField } from "./ChaptersField.tsx";
import { Compared } from "./Compared.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { DropDialog } from "./DropDialog.tsx";
import { FlawList } from "./FlawList.tsx";
import { FromFile } from "./FromFile.tsx";
import { ownHandbook } from "./own-handbook.ts";
import { Overtaken } from "./Overtaken.tsx";
import { PhonePreview } from "./PhonePreview.tsx";
import { Publish } from "./Publish.tsx";
import { showLine } from "./show-line.ts";
import { useTaking } from "./use-taking.ts";

/** The form, what is wrong in it, how it looks on a phone, what it changes, and its publishing. */
export function Writing({
  ward,
  area,
  view,
  known,
  draft,
}: {
  readonly ward: WardView;
  readonly area: string;
  readonly view: HandbookView | null;
  readonly known: readonly (number | string)[];
  readonly draft: DraftState<CovenantDraft>;
}) {
  const { t } = useTranslation("covenant");
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const [isDropping, setDropping] = useState(false);
  const [article, setArticle] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { value, keep } = draft;
  const standing = view?.covenant ?? null;
  const handbook = ownHandbook(view);
  const change = (fields: Partial<CovenantDraft>) => keep({ ...value, ...fields });
  const taking = useTaking(value, keep, area);
  const flaws = useMemo(
    () => draftFlaws(value, { standing, known, campaign: ward.campaign }),
    [value, standing, known, ward.campaign],
  );
  const papers = useMemo(() => {
    const name = standing?.covenant ?? area;
    const covenant = covenantBody(value, name);
    const translations = keptTranslations(standing, handbook, covenant);
    return { covenant, handbook: handbookBody(value, name, translations) };
  }, [value, standing, handbook, area]);
  // Typing goes before drawing what was typed.
  const shown = useDeferredValue(papers);
  const shownFlaws = useDeferredValue(flaws);

  function showFlaw({ field, line }: DraftFlaw) {
    if (line > 0) showLine(box.current, line);
    else document.getElementById(`covenant-${field}`)?.focus();
  }

  async function drop() {
    await draft.drop();
    announce(t("dropped"));
    navigate(covenantAddress());
  }

  return (
    <div className="covenant-page">
      <div className="covenant-head">
        <h2>{t("heading", { area: areaName(ward, area) })}</h2>
        <ButtonLink look="quiet" icon={ArrowLeft} href={covenantAddress()}>
          {t("back")}
        </ButtonLink>
        {draft.begun && (
          <Button look="quiet" icon={Trash2} onClick={() => setDropping(true)}>
            {t("drop")}
          </Button>
        )}
      </div>
      <p className="quiet">{t("kept")}</p>
      {value.amendment !== "" && (
        <p>
          {t("ofChange")} <Link href={amendmentAddress(value.amendment)}>{t("seeChange")}</Link>
        </p>
      )}
      <Trouble text={draft.full ? t("full") : null} />
      {draft.begun && standing && value.basis !== standing.jti && (
        <Overtaken standing={standing} draft={value} known={known} onChange={change} />
      )}
      <div className="covenant-columns">
        <div className="covenant-form">
          <FromFile taking={taking} draft={value} onChange={change} />
          <DraftFields
            ward={ward}
            draft={value}
            known={known}
            standing={standing}
            flaws={flaws}
            onChange={change}
          />
          <ChaptersField
            box={box}
            text={value.text}
            flaws={flaws}
            onChange={(text) => change({ text })}
            onTake={taking.takePasted}
            onArticle={setArticle}
          />
          <FlawList flaws={flaws} onShow={showFlaw} />
        </div>
        <PhonePreview ward={ward} area={area} papers={shown} flaws={shownFlaws} article={article} />
      </div>
      <Compared papers={shown} standing={standing} handbook={handbook} />
      <Publish
        ward={ward}
        area={area}
        papers={papers}
        standing={standing}
        handbook={handbook}
        flaws={flaws}
        draft={draft}
      />
      {isDropping && (
        <DropDialog
          name={areaName(ward, area)}
          onClose={() => setDropping(false)}
          onDrop={() => void drop()}
        />
      )}
    </div>
  );
}
