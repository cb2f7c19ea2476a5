/** An element of a small XML file of a known kind. */
export interface Element {
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What stands between its tags, as it is written; '' where there is nothing. */
  readonly content: string;
}

/**
 * The elements of a name, in their order, under whatever prefix; none of them may hold another of its own name. No general
 * reader of XML: workbooks have neither entities of their own nor comments that matter.
 */
export function elements(xml: string, name: string): Element[] {
  return [...xml.matchAll(elementPattern(name))].map(elementOf);
}

/** The same one after the other, for large files. */
export function* eachElement(xml: string, name: string): Generator<Element> {
  for (const match of xml.matchAll(elementPattern(name))) yield elementOf(match);
}

/** The text of all `<t>`, but for readings beside the text (`<rPh>`). */
export function textOfXml(xml: string): string {
  const own = xml.includes("rPh") ? xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "") : xml;
  return elements(own, "t")
    .map(({ content }) => unescapeXml(content))
    .join("");
}

/** Takes the escapes off: `&amp;`, `&#10;`, and `_x000D_`, which is the workbook's own. */
export function unescapeXml(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) =>
        name
          ? (NAMED[String(name).toLowerCase()] ?? "")
          : letterOf(hex ? parseInt(hex, 16) : Number(decimal)),
      )
    : text;
  return plain.includes("_x")
    ? plain.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function elementPattern(name: string): RegExp {
  return new RegExp(
    `<(?:\\w+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`,
    "g",
  );
}

function elementOf([, attributes = "", content = ""]: RegExpMatchArray): Element {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of attributes.matchAll(
    /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found[name] = unescapeXml(double ?? single ?? "");
  }
  return { attributes: found, content };
}
