import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Commendation } from "../../../domain/commendations.ts";
import type { WardView } from "../../../phone/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { isoDate } from "../../parts/when.ts";
import type { PaperHead } from "../papers/paper-head.ts";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import { usePaperHead } from "../papers/use-paper-head.ts";
import { decisionPaper } from "./decision-paper.ts";
import type { PraiseProps } from "./form-props.ts";

/** Asks what stands around the list of those who are praised, and makes its file; the library that writes it is fetched with the tap. */
export function DecisionPaper({ ward, granted, titleOf, onClose }: DecisionPaperProps) {
  const { t, i18n } = useTranslation("praise");
  const { t: papers } = useTranslation("papers");
  const { now } = usePhone();
  const head = usePaperHead(ward, "praise");
  const [trouble, setTrouble] = useState<"lacking" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  if (!head) return null;
  const { value, keep } = head;

  async function save() {
    setSaved(null);
    if ([value.organisation, value.place, value.date].some((one) => one.trim() === ""))
      return setTrouble("lacking");
    setBusy(true);
    setTrouble(null);
    const name = `${t("paper.fileName")}-${isoDate(now(ward.slug))}.docx`;
    const file = await make(value, name).catch(() => null);
    setBusy(false);
    if (!file || !downloadFile(file)) return setTrouble("failed");
    keep(value);
    return setSaved(name);
  }

  async function make(around: PaperHead, name: string): Promise<File> {
    const { administrativePaper } = await import("../papers/administrative-paper.ts");
    const vietnamese = i18n.getFixedT("vi", "praise");
    const paper = decisionPaper(vietnamese, { ward: ward.name, granted, head: around, titleOf });
    return new File([await administrativePaper(paper)], name, { type: DOCX });
  }

  return (
    <Dialog title={t("paper.title")} onClose={onClose}>
      <p>{t("paper.text")}</p>
      <PaperHeadFields
        head={value}
        onChange={(next) => {
          setTrouble(null);
          keep(next);
        }}
      />
      <Trouble
        text={trouble === null ? null : trouble === "lacking" ? papers("lacking") : t("paper.failed")}
      />
      {saved !== null && <p role="status">{t("paper.saved", { name: saved })}</p>}
      <Button look="primary" wide icon={FileDown} disabled={busy} onClick={() => void save()}>
        {t("paper.save")}
      </Button>
    </Dialog>
  );
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface DecisionPaperProps extends Pick<PraiseProps, "titleOf"> {
  readonly ward: WardView;
  readonly granted: readonly Commendation[];
  readonly onClose: () => void;
}
