import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import type { Paper } from "./administrative-paper.ts";
import { isHeadComplete, type PaperHead } from "./paper-head.ts";
import { PaperHeadFields } from "./PaperHeadFields.tsx";
import { usePaperHead } from "./use-paper-head.ts";

/** Asks what stands around a paper, and makes its file, without coverage too; what writes it is fetched with the tap at the latest. */
export function PaperDialog({
  ward,
  sort,
  usual,
  title,
  text,
  fileName,
  compose,
  onClose,
}: PaperDialogProps) {
  const { t } = useTranslation("papers");
  const announce = useAnnounce();
  const head = usePaperHead(ward, sort, usual);
  const [trouble, setTrouble] = useState<"lacking" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  if (!head) return null;
  const { value, keep } = head;

  async function save() {
    setSaved(false);
    if (!isHeadComplete(value)) return setTrouble("lacking");
    setBusy(true);
    setTrouble(null);
    const file = await make().catch(() => null);
    setBusy(false);
    if (!file || !downloadFile(file)) return setTrouble("failed");
    keep(value);
    setSaved(true);
    announce(t("saved", { name: fileName }));
    return undefined;
  }

  async function make(): Promise<File> {
    const { administrativePaper } = await import("./administrative-paper.ts");
    return new File([await administrativePaper(compose(value))], fileName, { type: DOCX });
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <PaperHeadFields
        head={value}
        onChange={(next) => {
          setTrouble(null);
          keep(next);
        }}
      />
      <Trouble text={trouble === null ? null : t(trouble)} />
      {isSaved && <p role="status">{t("saved", { name: fileName })}</p>}
      <Button look="primary" wide icon={FileDown} disabled={busy} onClick={() => void save()}>
        {t("save")}
      </Button>
    </Dialog>
  );
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface PaperDialogProps {
  readonly ward: WardView;
  /** By which what stands around it is kept. */
  readonly sort: string;
  /** See `usePaperHead`. */
  readonly usual?: Partial<PaperHead>;
  readonly title: string;
  readonly text: string;
  /** With `.docx`. */
  readonly fileName: string;
  /** The paper's own words, in Vietnamese whatever the screen speaks. */
  readonly compose: (head: PaperHead) => Paper;
  readonly onClose: () => void;
}
