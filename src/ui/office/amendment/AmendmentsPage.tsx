import { ArrowLeft } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { amendmentsIn } from "../../../domain/amendment/fold-amendments.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { amendment as words } from "../../text/vi/amendment.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { amendmentAddress } from "./addresses.ts";
import { AmendmentFile } from "./AmendmentFile.tsx";
import { AmendmentList } from "./AmendmentList.tsx";
import "./Amendment.css";

/** `/phuong/sua-doi`: the files of changes to covenants; `/phuong/sua-doi/<id>`: one of them with its steps and days. */
export function AmendmentsPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("amendment", words);
  const { t } = useTranslation("amendment");
  const [path] = useLocation();
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const records = useLive("amendments", ward.slug);
  const files = useMemo(() => records && amendmentsIn(records), [records]);
  // Kept in this device from then on: a paper can be made where there is no coverage.
  useEffect(() => void import("../papers/administrative-paper.ts").catch(() => undefined), []);
  if (!files || !rows || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  const id = path.split("/")[3] ?? "";
  const file = files.find((one) => one.id === id);
  if (file) return <AmendmentFile key={id} ward={ward} rows={rows} file={file} />;
  if (id === "") return <AmendmentList ward={ward} files={files} />;
  return (
    <EmptyState title={t("unknown")}>
      <ButtonLink icon={ArrowLeft} href={amendmentAddress()}>
        {t("back")}
      </ButtonLink>
    </EmptyState>
  );
}
