import { FileDown, Table } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { downloadFile } from "../../outbox/share-record.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { PaperHeadFields } from "../papers/PaperHeadFields.tsx";
import { isHeadComplete } from "../papers/paper-head.ts";
import { usePaperHead } from "../papers/use-paper-head.ts";
import type { ReportDraft } from "./report-draft.ts";
import type { ShownReport } from "./use-report.ts";

/** What stands around the report, and its files; what writes them is fetched when the page opens, and kept from then on. */
export function ReportFiles({ ward, shown, draft }: ReportFilesProps) {
  const { t, i18n } = useTranslation("report");
  const { t: papers } = useTranslation("papers");
  const announce = useAnnounce();
  const words = useMemo(() => i18n.getFixedT("vi", "report"), [i18n]);
  const usual = useMemo(() => ({ number: words("files.number") }), [words]);
  const head = usePaperHead(ward, "report", usual);
  const [trouble, setTrouble] = useState<"lacking" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  // A report can be made where there is no coverage.
  useEffect(
    () =>
      void Promise.all([import("../papers/administrative-paper.ts"), import("./workbook.ts")]).catch(
        () => undefined,
      ),
    [],
  );
  if (!head) return null;
  const { report, outline } = shown;
  const stem = words("files.fileName", { period: report.period.id });

  async function save(name: string, make: () => Promise<Blob>): Promise<void> {
    setSaved(null);
    setTrouble(null);
    setBusy(true);
    const blob = await make().catch(() => null);
    setBusy(false);
    if (!blob || !downloadFile(new File([blob], name, { type: blob.type }))) return setTrouble("failed");
    setSaved(name);
    announce(t("files.saved", { name }));
    return undefined;
  }

  async function docx(): Promise<void> {
    const value = head?.value;
    if (!value) return;
    if (!isHeadComplete(value)) return setTrouble("lacking");
    await save(`${stem}.docx`, async () => {
      const [{ administrativePaper }, { reportPaper }, { drawPng }] = await Promise.all([
        import("../papers/administrative-paper.ts"),
        import("./report-paper.ts"),
        import("./draw-png.ts"),
      ]);
      const kind = words("files.kind");
      return administrativePaper(await reportPaper({ outline, draft, head: value, kind, draw: drawPng }));
    });
    return undefined;
  }

  async function xlsx(): Promise<void> {
    await save(`${stem}.xlsx`, async () => {
      const [{ workbook }, { reportSheets }] = await Promise.all([
        import("./workbook.ts"),
        import("./report-sheets.ts"),
      ]);
      const sheets = reportSheets(words, { ward, report, outline, origin: location.origin });
      return new Blob([workbook(sheets)], { type: XLSX });
    });
  }

  return (
    <section className="office-card office-noprint">
      <h2>{t("files.title")}</h2>
      <p className="quiet">{t("files.text")}</p>
      <Trouble
        text={trouble === null ? null : trouble === "lacking" ? papers("lacking") : t("files.failed")}
      />
      {saved !== null && <p role="status">{t("files.saved", { name: saved })}</p>}
      <Button look="primary" wide icon={FileDown} disabled={busy} onClick={() => void docx()}>
        {t("files.docx")}
      </Button>
      <Button wide icon={Table} disabled={busy} onClick={() => void xlsx()}>
        {t("files.xlsx")}
      </Button>
      <h3>{t("files.head")}</h3>
      <PaperHeadFields
        head={head.value}
        onChange={(value) => {
          setTrouble(null);
          head.keep(value);
        }}
      />
    </section>
  );
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface ReportFilesProps {
  readonly ward: WardView;
  readonly shown: ShownReport;
  readonly draft: ReportDraft;
}
