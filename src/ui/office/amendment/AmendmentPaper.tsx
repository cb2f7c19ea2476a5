import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase, NewStep } from "../../../domain/amendment/amendment-case.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { PaperDialog } from "../papers/PaperDialog.tsx";
import { amendmentPaper, usualHead, type PaperName } from "./amendment-paper.ts";

/** Makes a paper of a change. */
export function AmendmentPaper({ ward, file, said, name, onClose }: AmendmentPaperProps) {
  const { t } = useTranslation("amendment");
  const area = areaName(ward, file.area);
  const usual = useMemo(() => usualHead(name, ward.name, area), [name, ward.name, area]);
  return (
    <PaperDialog
      ward={ward}
      sort={`change/${file.area}/${name}`}
      usual={usual}
      title={t("paper.title", { name: t(`paper.names.${name}`) })}
      text={t("paper.text")}
      fileName={`sua-doi-${FILES[name]}-${said.date}.docx`}
      compose={(head) => amendmentPaper(name, { area, file, said, head })}
      onClose={onClose}
    />
  );
}

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
