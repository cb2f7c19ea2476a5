import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from "docx";
import { NATION_MOTTO, type PaperHead } from "./paper-head.ts";

/** A paragraph, a heading, a table, or a picture. */
export type PaperBlock =
  | { readonly text: string }
  | { readonly heading: string; readonly level: 1 | 2 }
  | PaperTable
  | PaperPicture;

/** A table whose first row is its head; widths in parts of the whole. */
export interface PaperTable {
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly caption?: string;
  /** All but the first column holds numbers, and the last row their sums. */
  readonly figures?: { readonly sums: boolean };
}

/** A picture as broad as the page, and what it shows for whoever does not see it. Sizes in any one unit. */
export interface PaperPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
}

/** Room for a hand, below a position and above a name. */
export interface PaperSignature {
  readonly position: string;
  readonly name: string;
}

/** An administrative paper: what it is, what it is about, and its words. */
export interface Paper {
  readonly head: PaperHead;
  /** Its sort in capitals: 'DANH SÁCH', 'BÁO CÁO'. */
  readonly kind: string;
  readonly abstract: string;
  readonly blocks: readonly PaperBlock[];
  /** Who sign it, two beside each other, where it is no one person who does: in place of recipients and signer. */
  readonly signatures?: readonly PaperSignature[];
  /** On its side, for wide tables. */
  readonly isWide?: boolean;
}

/**
 * Makes the .docx file of a paper, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I asks: A4, the national heading to the right
 * of the organisation, number, place and date, sort and abstract, then the words, the recipients and who signs.
 */
export async function administrativePaper({
  head,
  kind,
  abstract,
  blocks,
  signatures,
  isWide = false,
}: Paper): Promise<Blob> {
  const width = isWide ? PAGE.long - PAGE.left - PAGE.right : PAGE.short - PAGE.left - PAGE.right;
  const document = new Document({
    creator: head.organisation,
    title: `${kind} ${abstract}`,
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: "vi-VN" } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The library turns the page itself.
            size: { width: PAGE.short, height: PAGE.long, ...(isWide ? { orientation: "landscape" } : {}) },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
          },
        },
        // From the second page on, in the middle above.
        headers: {
          first: new Header({ children: [new Paragraph("")] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
              }),
            ],
          }),
        },
        children: [
          ...heading(head, width),
          line(kind, { bold: true, size: 28 }, { before: 300 }),
          line(abstract, { bold: true, size: 28 }),
          line("_______________", { size: 16 }, { after: 240 }),
          ...blocks.flatMap((block) => blockOf(block, width)),
          new Paragraph({ spacing: { after: 120 } }),
          ...(signatures ? signed(signatures, width) : [foot(head, width)]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const FONT = "Times New Roman";
/** Twentieths of a point: A4, and margins within those of the decree. */
const PAGE = { short: 11_906, long: 16_838, top: 1134, bottom: 1134, left: 1701, right: 1021 } as const;

function heading(
  { parent, organisation, number, place, date, motto = NATION_MOTTO }: PaperHead,
  width: number,
): readonly Table[] {
  const left = [
    ...(parent.trim() === "" ? [] : [line(parent.toLocaleUpperCase("vi"), { size: 24 })]),
    ...organisation.split("\n").map((one) => line(one.toLocaleUpperCase("vi"), { bold: true, size: 24 })),
    line("_________", { size: 16 }),
    line(`Số: ${number}`, { size: 26 }, { before: 60 }),
  ];
  const right = [
    ...motto.split("\n").map((one, at) => line(one, { bold: true, size: at === 0 ? 24 : 26 })),
    line("______________________", { size: 16 }),
    line(`${place}, ${dateWords(date)}`, { italics: true, size: 26 }, { before: 60 }),
  ];
  return [columns(width, [left, 0.42], [right, 0.58])];
}

function foot({ recipients, authority, position, signer }: PaperHead, width: number): Table {
  const names = recipients.split("\n").filter((one) => one.trim() !== "");
  const left = [
    line("Nơi nhận:", { bold: true, italics: true, size: 24 }, {}, AlignmentType.LEFT),
    ...names.map((one) => line(`- ${one.trim()}`, { size: 22 }, {}, AlignmentType.LEFT)),
  ];
  const right = [
    ...(authority.trim() === "" ? [] : [line(authority.toLocaleUpperCase("vi"), { bold: true, size: 28 })]),
    line(position.toLocaleUpperCase("vi"), { bold: true, size: 28 }),
    // Room for the hand and the seal.
    line("", { size: 28 }, { before: 1200 }),
    line(signer, { bold: true, size: 28 }),
  ];
  return columns(width, [left, 0.5], [right, 0.5]);
}

/** Two signatures in a row: the positions, room for the hands, and the names at one height, kept together. */
function signed(signatures: readonly PaperSignature[], width: number): readonly (Table | Paragraph)[] {
  const rows = signatures.flatMap((left, at) => (at % 2 === 0 ? [[left, signatures[at + 1]] as const] : []));
  return rows.flatMap(([left, right]) => [
    columns(width, [[above(left)], 0.5], [[above(right)], 0.5]),
    columns(width, [[nameOf(left)], 0.5], [[nameOf(right)], 0.5]),
    new Paragraph({ spacing: { after: 120 } }),
  ]);
}

function above(signature: PaperSignature | undefined): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: 1200 },
    children: [new TextRun({ text: signature?.position ?? "", bold: true, size: 26 })],
  });
}

function nameOf(signature: PaperSignature | undefined): Paragraph {
  return line(signature?.name ?? "", { bold: true, size: 26 });
}

type Part = readonly [children: readonly Paragraph[], share: number];

/** Two halves side by side, with no lines, kept on one page. */
function columns(width: number, ...parts: readonly Part[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: parts.map(([, share]) => Math.round(width * share)),
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ([children, share]) =>
            new TableCell({
              width: { size: Math.round(width * share), type: WidthType.DXA },
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

function blockOf(block: PaperBlock, width: number): readonly (Paragraph | Table)[] {
  if ("text" in block)
    return block.text
      .split("\n")
      .filter((one) => one.trim() !== "")
      .map(paragraph);
  if ("heading" in block) return [chapterHeading(block)];
  if ("png" in block) return picture(block, width);
  return table(block, width);
}

function paragraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 567 },
    spacing: { before: 60, after: 60, line: 300 },
    children: [new TextRun({ text })],
  });
}

function chapterHeading({
  heading: text,
  level,
}: {
  readonly heading: string;
  readonly level: 1 | 2;
}): Paragraph {
  return new Paragraph({
    // For whoever listens to it, or looks for a chapter; the looks are the paper's own.
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 567 },
    spacing: { before: level === 1 ? 160 : 100, after: 60, line: 300 },
    keepNext: true,
    children: [new TextRun({ text, bold: true, size: 28, color: "000000", font: FONT })],
  });
}

/** Never apart from the line below it. */
function picture({ png, width, height, alt, caption }: PaperPicture, room: number): readonly Paragraph[] {
  const pixels = Math.round((room / 1440) * 96);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 160 },
      keepNext: true,
      children: [
        new ImageRun({
          type: "png",
          data: png,
          transformation: { width: pixels, height: Math.round((pixels * height) / width) },
          altText: { name: caption, title: caption, description: alt },
        }),
      ],
    }),
    line(caption, { italics: true, size: 24 }, { after: 160 }),
  ];
}

function table(block: PaperTable, width: number): readonly (Paragraph | Table)[] {
  const all = block.widths.reduce((sum, one) => sum + one, 0);
  const wide = block.widths.map((one) => Math.round((width * one) / all));
  const last = block.rows.length - 1;
  const row = (cells: readonly string[], kind: "head" | "sums" | "plain") =>
    new TableRow({
      tableHeader: kind === "head",
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: wide[at] ?? 0, type: WidthType.DXA },
            verticalAlign: kind === "head" || block.figures ? VerticalAlign.CENTER : VerticalAlign.TOP,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: text
              .split("\n")
              .map((one) =>
                line(
                  one,
                  { bold: kind !== "plain", size: 24 },
                  {},
                  alignmentOf(kind === "head", at > 0 && block.figures !== undefined),
                ),
              ),
          }),
      ),
    });
  return [
    block.caption === undefined
      ? new Paragraph({ spacing: { after: 60 } })
      : new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 120, after: 80 },
          keepNext: true,
          children: [new TextRun({ text: block.caption, bold: true, italics: true, size: 26 })],
        }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: wide,
      rows: [
        row(block.head, "head"),
        ...block.rows.map((cells, at) => row(cells, block.figures?.sums && at === last ? "sums" : "plain")),
      ],
    }),
  ];
}

function alignmentOf(isHead: boolean, isFigure: boolean) {
  if (isHead) return AlignmentType.CENTER;
  return isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT;
}

function line(
  text: string,
  run: Pick<IRunOptions, "bold" | "italics" | "size">,
  spacing: { readonly before?: number; readonly after?: number } = {},
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.CENTER,
): Paragraph {
  return new Paragraph({ alignment, spacing, children: [new TextRun({ text, ...run })] });
}

/** 'ngày 03 tháng 02 năm 2026': a day below 10 and January and February with a nought before, so that no figure is added. */
function dateWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}
