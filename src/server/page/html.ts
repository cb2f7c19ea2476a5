/** Text that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

/** Puts text into a page: what is put in is escaped, unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (Value | readonly Value[])[]): Html {
  const text = parts.map(
    (part, at) => (at === 0 ? "" : [values[at - 1] ?? ""].flat().map(toText).join("")) + part,
  );
  return { html: text.join("") };
}

type Value = Html | string | number;

function toText(value: Value): string {
  return typeof value === "object" ? value.html : String(value).replace(/[&<>"']/g, entity);
}

function entity(letter: string): string {
  return `&#${letter.charCodeAt(0)};`;
}
