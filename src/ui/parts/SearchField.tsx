import { Search, X } from "lucide-react";
import { startTransition, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./SearchField.css";

/**
 * A box to search in; its label is its accessible name and stands in it while it is empty. The browser itself keeps what
 * was typed: a key stands in the box at once, and what it finds follows as fast as the phone can.
 */
export function SearchField({ label, initial, onSearch }: SearchFieldProps) {
  const { t } = useTranslation("common");
  const input = useRef<HTMLInputElement>(null);

  // Drawing a list of a whole ward's households must not hold up the next key.
  const search = (text: string) => startTransition(() => onSearch(text));

  function clear() {
    if (!input.current) return;
    input.current.value = "";
    input.current.focus();
    search("");
  }

  return (
    <search className="search-field">
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        defaultValue={initial}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={({ target }) => search(target.value)}
      />
      <button type="button" aria-label={t("clear")} onClick={clear}>
        <X aria-hidden />
      </button>
    </search>
  );
}

interface SearchFieldProps {
  readonly label: string;
  /** What stands in it as it is first drawn. */
  readonly initial: string;
  readonly onSearch: (text: string) => void;
}
