import { ALargeSmall, ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DemoBadge } from "../parts/DemoBadge.tsx";
import { IconButton, IconLink } from "../parts/IconButton.tsx";
import { TextSize } from "../parts/TextSize.tsx";
import { ThemeChoice } from "../parts/ThemeChoice.tsx";
import "../parts/TopBar.css";

/** The head of the reader: the way back, the chapter, and how the page looks. */
export function ReaderBar({
  contents,
  chapter,
  demo,
}: {
  readonly contents: string;
  readonly chapter: string;
  readonly demo: boolean;
}) {
  const { t } = useTranslation(["reader", "handbook"]);
  const [open, setOpen] = useState(false);
  return (
    <header className="reader-bar">
      <div className="top-bar">
        <IconLink icon={ArrowLeft} label={t("handbook:contents")} href={contents} />
        <p className="top-bar-words">
          {chapter} {demo && <DemoBadge />}
        </p>
        <IconButton
          icon={ALargeSmall}
          label={t("looks")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div className="reader-looks">
          <TextSize />
          <ThemeChoice />
        </div>
      )}
    </header>
  );
}
