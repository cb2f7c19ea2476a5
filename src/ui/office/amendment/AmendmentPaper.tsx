import { FileDown } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase, NewStep } from "../../../domain/amendment/amendment-case.ts";
import type { WardView } from "../../../phone/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { areaName } from "../../parts/area-names.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useApartWords } from "../../parts/use-apart-words.ts";
import { papers as paperWords } from "../../text/vi/papers.ts";
import type { PaperHead } from "../papers/paper-head.ts";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import { usePaperHead } from "../papers/use-paper-head.ts";
import { amendmentPaper, usualHead, type PaperName } from "./amendment-paper.ts";

/** Asks what stands around a paper of a change, and makes its file. */
export function AmendmentPaper({ ward, file, said, name, onClose }: AmendmentPaperProps) {
  useApartWords("papers", paperWords);
  const { t } = useTranslation("amendment");
  const { t: papers } = useTranslation("papers");
  const announce = useAnnounce();
  const area = areaName(ward, file.area);
  const usual = useMemo(() => usualHead(name, ward.name, area), [name, ward.name, area]);
  const head = usePaperHead(ward, `change/${file.area}/${name}`, usual);
  const [trouble, setTrouble] = useState<"lacking" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  if (!head) return null;

  async function save() {
    if (!head) return;
    const { value } = head;
    setSaved(null);
    if ([value.organisation, value.place, value.date].some((one) => one.trim() === ""))
      return setTrouble("lacking");
    setBusy(true);
    setTrouble(null);
    const fileName = `sua-doi-${FILES[name]}-${said.date}.docx`;
    const made = await make(value, fileName).catch(() => null);
    setBusy(false);
    if (!made || !downloadFile(made)) return setTrouble("failed");
    head.keep(value);
    setSaved(fileName);
    announce(t("paper.saved", { name: fileName }));
    return undefined;
  }

  async function make(value: PaperHead, fileName: string): Promise<File> {
    const { administrativePaper } = await import("../papers/administrative-paper.ts");
    const paper = amendmentPaper(name, { area, file, said, head: value });
    return new File([await administrativePaper(paper)], fileName, { type: DOCX });
  }

  return (
    <Dialog title={t("paper.title", { name: t(`paper.names.${name}`) })} onClose={onClose}>
      <p>{t("paper.text")}</p>
      <PaperHeadFields
        head={head.value}
        onChange={(value) => {
          setTrouble(null);
          head.keep(value);
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

/** Part of a file's name, without marks. */
const FILES: Readonly<Record<PaperName, string>> = {
  proposal: "to-trinh",
  posting: "niem-yet",
  opinions: "tong-hop-y-kien",
  notice: "thong-bao-hop",
  minutes: "bien-ban",
  ballot: "phieu",
  count: "kiem-phieu",
  request: "de-nghi-cong-nhan",
  sending: "gui-quyet-dinh",
};

interface AmendmentPaperProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly said: NewStep;
  readonly name: PaperName;
  readonly onClose: () => void;
}
