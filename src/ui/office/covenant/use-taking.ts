import { useEffect, useRef, useState } from "react";
import type { CovenantDraft } from "../../../domain/covenant/covenant-draft.ts";
import { readWordText, type WordText } from "../../../domain/words/word-text.ts";
import { htmlBlocks, textBlocks, type HtmlBlocks } from "./html-blocks.ts";
import { readCovenantPaper, type PaperTrouble } from "./read-paper.ts";

/** What came of a file or of something pasted. */
export interface Taken {
  /** Name of the file; null of what was pasted. */
  readonly name: string | null;
  readonly chapters: number;
  readonly articles: number;
  readonly addedChapter: boolean;
  /** What stands before the first article, and was not taken. */
  readonly front: string;
  readonly left: Pick<HtmlBlocks, "pictures" | "tables" | "notes">;
  /** The area that the file says it is of, where that is another. */
  readonly otherArea: string | null;
  /** The draft as it was before. */
  readonly before: CovenantDraft;
}

export interface Taking {
  readonly taken: Taken | null;
  readonly trouble: PaperTrouble | null;
  readonly busy: boolean;
  readonly takeFile: (file: File) => Promise<void>;
  readonly takePasted: (
    pasted: { readonly html: string; readonly plain: string },
    from: number,
    to: number,
  ) => boolean;
  /** Puts the draft back as it was before the last taking. */
  readonly undo: () => void;
}

/** Takes a covenant's words out of a file or of the clipboard into the draft, and tells what was left out. */
export function useTaking(draft: CovenantDraft, keep: (draft: CovenantDraft) => void, area: string): Taking {
  const [taken, setTaken] = useState<Taken | null>(null);
  const [trouble, setTrouble] = useState<PaperTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  // A file takes a moment to be read; somebody may type meanwhile.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  function take(fields: Partial<CovenantDraft>, told: Omit<Taken, "before">) {
    const before = latest.current;
    keep({ ...before, ...fields });
    setTaken({ ...told, before });
    setTrouble(null);
  }

  function takeWords(read: WordText, left: HtmlBlocks, name: string | null, text: string) {
    take(
      { text },
      {
        name,
        chapters: read.chapters,
        articles: read.articles,
        addedChapter: read.addedChapter,
        front: read.front,
        left,
        otherArea: null,
      },
    );
  }

  async function takeFile(file: File) {
    setBusy(true);
    setTaken(null);
    const paper = await readCovenantPaper(file);
    setBusy(false);
    if (!paper.ok) return setTrouble(paper.error);
    if (paper.value.as === "fields") {
      const { fields, area: said, chapters, articles } = paper.value;
      take(fields, {
        name: file.name,
        chapters,
        articles,
        addedChapter: false,
        front: "",
        left: NOTHING,
        otherArea: said !== null && said !== area ? said : null,
      });
      return;
    }
    const read = readWordText(paper.value.blocks.blocks);
    if (read.articles === 0) return setTrouble({ code: "noArticles" });
    takeWords(read, paper.value.blocks, file.name, read.markdown);
  }

  function takePasted(
    { html, plain }: { readonly html: string; readonly plain: string },
    from: number,
    to: number,
  ): boolean {
    // It has the form already.
    if (/^#{2,3}\s/m.test(plain)) return false;
    const blocks = html === "" ? textBlocks(plain) : htmlBlocks(html);
    const read = readWordText(blocks.blocks);
    if (read.articles === 0 && read.chapters === 0) return false;
    const { text } = latest.current;
    const [above, below] = [text.slice(0, from).trimEnd(), text.slice(to).trimStart()];
    // Among articles that have a chapter already they need none of their own.
    const isInside = read.addedChapter && /^##\s/m.test(above);
    const markdown = isInside ? read.markdown.replace(/^##[^\n]*\n+/, "") : read.markdown;
    const words = [above, markdown, below].filter((part) => part !== "").join("\n\n");
    takeWords({ ...read, addedChapter: read.addedChapter && !isInside }, blocks, null, words);
    return true;
  }

  function undo() {
    if (taken) keep(taken.before);
    setTaken(null);
  }

  return { taken, trouble, busy, takeFile, takePasted, undo };
}

const NOTHING = { pictures: 0, tables: [], notes: 0 } as const;
