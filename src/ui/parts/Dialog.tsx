import { X } from "lucide-react";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./words/class-names.ts";
import { IconButton } from "./IconButton.tsx";
import "./Dialog.css";

/**
 * A native dialog while it is drawn at all: draw it to open it. As `sheet` it comes from below, within the thumb's reach. It opens
 * at its first field; where it only asks, at its first act, which is to be the one that harms least (WAI-ARIA APG, modal dialog).
 */
export function Dialog({
  title,
  onClose,
  as = "dialog",
  first = FIRST,
  children,
}: {
  readonly title: string;
  /** Called when it was closed by Escape or the cross; then stop drawing it. */
  readonly onClose: () => void;
  readonly as?: "dialog" | "sheet";
  /** The selector of what it opens at instead: its heading `h2` where it is to be read. */
  readonly first?: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation("common");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it is still in the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    // Browsers before dialogs (and jsdom) show it in place.
    if (typeof element?.showModal === "function") element.showModal();
    else element?.setAttribute("open", "");
    const field = element?.querySelector<HTMLInputElement>(first);
    // Of several answers at the one that is chosen, as the Tab key would.
    const chosen = field?.name && element?.querySelector<HTMLElement>(`[name="${field.name}"]:checked`);
    (chosen || field)?.focus();
    return () => element?.close?.();
  }, [first]);

  return (
    <dialog
      ref={dialog}
      className={classNames("dialog", `dialog-${as}`)}
      aria-labelledby={id}
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon={X} label={t("close")} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}

const FIRST = "input,select,textarea,[aria-pressed],.dialog-acts *";
