import { scanChapters } from "../../../domain/covenant/covenant-chapters.ts";
import { rowsOf } from "../../../domain/covenant/covenant-draft.ts";
import type { OpenedFile } from "../../../domain/covenant/covenant-open.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { htmlBlocks, textBlocks, type HtmlBlocks } from "./html-blocks.ts";

/** Why nothing was taken from a file. */
export type PaperTrouble =
  | { readonly code: "notWord" | "notFetched" | "tooBig" | "noArticles" }
  | { readonly code: "badFront"; readonly line: number };

/** What a file holds: paragraphs to be understood, or the very fields of a covenant's own file. */
export type Paper =
  | { readonly as: "blocks"; readonly blocks: HtmlBlocks }
  | ({ readonly as: "fields"; readonly chapters: number; readonly articles: number } & OpenedFile);

/** Reads a `.docx`, a Markdown file or plain text. What reads the former two is fetched here alone. */
export async function readCovenantPaper(file: File): Promise<Result<Paper, PaperTrouble>> {
  if (file.size > MOST_BYTES) return err({ code: "tooBig" });
  if (/\.docx$/i.test(file.name)) return readDocx(await file.arrayBuffer());
  if (!/\.(md|markdown|txt)$/i.test(file.name)) return err({ code: "notWord" });
  const text = await file.text();
  if (!/^\ufeff?---\s*$/m.test(text.slice(0, 10)) && !/^###\s/m.test(text))
    return ok({ as: "blocks", blocks: textBlocks(text) });
  const { openCovenantFile } = await import("../../../domain/covenant/covenant-open.ts");
  const opened = openCovenantFile(text);
  if (!opened.ok) return err({ code: "badFront", line: opened.error[0]?.line ?? 1 });
  const { chapters } = scanChapters(rowsOf(opened.value.fields.text ?? ""));
  const articles = chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  return ok({ as: "fields", chapters: chapters.length, articles, ...opened.value });
}

async function readDocx(bytes: ArrayBuffer): Promise<Result<Paper, PaperTrouble>> {
  const reader = await import("./open-docx.ts").catch(() => null);
  if (!reader) return err({ code: "notFetched" });
  try {
    return ok({ as: "blocks", blocks: htmlBlocks(await reader.docxToHtml(bytes)) });
  } catch {
    return err({ code: "notWord" });
  }
}

const MOST_BYTES = 20 * 1024 * 1024;
