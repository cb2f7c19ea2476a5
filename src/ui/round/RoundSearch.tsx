import { startTransition, useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../parts/SearchField.tsx";

/** The round's search box, apart from its list: a key stands in the box at once, what it finds follows as fast as the phone can. */
export function RoundSearch({ query, onSearch }: RoundSearchProps) {
  const { t } = useTranslation("round");
  const [text, setText] = useState(query);

  function change(next: string) {
    setText(next);
    // Drawing a list of a whole ward's households must not hold up the next key.
    startTransition(() => onSearch(next));
  }

  return <SearchField label={t("search")} value={text} onChange={change} />;
}

interface RoundSearchProps {
  /** What was searched when the round was left. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
}
