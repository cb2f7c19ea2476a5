import { useTranslation } from "react-i18next";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import type { StatusWord } from "./select-rows.ts";

/** Which households to show, with how many each choice has. */
export function FilterChoice({
  filter,
  counts,
  onChoose,
}: {
  readonly filter: StatusWord | null;
  readonly counts: Readonly<Record<StatusWord, number>>;
  readonly onChoose: (filter: StatusWord | null) => void;
}) {
  const { t } = useTranslation("round");
  const { t: common } = useTranslation("common");
  return (
    <Choices label={t("filters")}>
      <ChoiceChip chosen={filter === null} onChoose={() => onChoose(null)}>
        {t("all")}
      </ChoiceChip>
      {FILTERS.map((word) => (
        <ChoiceChip key={word} chosen={filter === word} onChoose={() => onChoose(word)}>
          {common(`status.${word}`)} {counts[word]}
        </ChoiceChip>
      ))}
    </Choices>
  );
}

// Those who still have to be met come first.
const FILTERS: readonly StatusWord[] = ["none", "again", "given", "signed", "refused"];
