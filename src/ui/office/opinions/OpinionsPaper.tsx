import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpinionCase } from "../../../domain/opinion-cases.ts";
import type { WardView } from "../../../phone/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { isoDate } from "../../parts/when.ts";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import { usePaperHead } from "../papers/use-paper-head.ts";
import { opinionsPaper } from "./opinions-paper.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** Asks what stands around the list of opinions, and makes its file; the library that writes it is fetched with the tap. */
export function OpinionsPaper({ ward, opinions, titleOf, onClose }: OpinionsPaperProps) {
  const { t, i18n } = useTranslation("officeOpinions");
  const { t: papers } = useTranslation("papers");
  const { now } = usePhone();
  const announce = useAnnounce();
  const head = usePaperHead(ward, "opinions");
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
    const name = `${t("list.fileName")}-${isoDate(now(ward.slug))}.docx`;
    const file = await make(value, name).catch(() => null);
    setBusy(false);
    if (!file || !downloadFile(file)) return setTrouble("failed");
    head.keep(value);
    setSaved(name);
    announce(t("list.saved", { name }));
    return undefined;
  }

  async function make(value: Parameters<typeof opinionsPaper>[1]["head"], name: string): Promise<File> {
    const { administrativePaper } = await import("../papers/administrative-paper.ts");
    const vietnamese = i18n.getFixedT("vi", "officeOpinions");
    const paper = opinionsPaper(vietnamese, { ward, opinions, head: value, now: now(ward.slug), titleOf });
    return new File([await administrativePaper(paper)], name, { type: DOCX });
  }

  return (
    <Dialog title={t("list.title")} onClose={onClose}>
      <p>{t("list.text", { count: opinions.length })}</p>
      <PaperHeadFields
        head={head.value}
        onChange={(value) => {
          setTrouble(null);
          head.keep(value);
        }}
      />
      <Trouble
        text={trouble === null ? null : trouble === "lacking" ? papers("lacking") : t("list.failed")}
      />
      {saved !== null && <p role="status">{t("list.saved", { name: saved })}</p>}
      <Button look="primary" wide icon={FileDown} disabled={busy} onClick={() => void save()}>
        {t("list.save")}
      </Button>
    </Dialog>
  );
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface OpinionsPaperProps {
  readonly ward: WardView;
  readonly opinions: readonly OpinionCase[];
  readonly titleOf: ArticleTitle;
  readonly onClose: () => void;
}
