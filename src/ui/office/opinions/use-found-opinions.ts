import { useEffect, useMemo, useState } from "react";
import {
  selectOpinions,
  type OpinionCase,
  type OpinionFilter,
} from "../../../domain/matters/opinion-cases.ts";
import { opinionId, readOpinionCode } from "../../../domain/matters/opinion-code.ts";
import { searchKey } from "../../../domain/vietnamese.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** Those that fit what the office chose, and what it types: words of an opinion or its answer, a name, or a private code. */
export function useFoundOpinions(
  all: readonly OpinionCase[],
  filter: OpinionFilter,
  { query, now, days, titleOf }: Asked,
): readonly OpinionCase[] {
  const coded = useCodedId(query);
  const keys = useMemo(
    () => new Map(all.map((one) => [one.jti, searchKey(wordsOf(one, titleOf))])),
    [all, titleOf],
  );
  return useMemo(() => {
    if (coded !== null) return all.filter(({ jti }) => jti === coded);
    const meets = searcher(query);
    return selectOpinions(all, filter, now, days).filter(({ jti }) => meets(keys.get(jti) ?? searchKey("")));
  }, [all, filter, query, now, days, keys, coded]);
}

interface Asked {
  readonly query: string;
  /** Seconds. */
  readonly now: number;
  /** The ward's limit. */
  readonly days: number;
  readonly titleOf: ArticleTitle;
}

function wordsOf(one: OpinionCase, titleOf: ArticleTitle): string {
  const title = one.article === undefined ? undefined : titleOf(one.area, one.article);
  const words = [
    one.text,
    one.by,
    one.answer,
    one.forwarded?.to,
    one.household?.number,
    one.household?.head,
    title,
  ];
  return words.filter((part) => part !== undefined).join(" ");
}

/** The id behind a private code that somebody tells the office; null where what is typed is none. */
function useCodedId(query: string): string | null {
  const code = readOpinionCode(query);
  const [found, setFound] = useState<{ readonly code: string; readonly id: string } | null>(null);
  useEffect(() => {
    if (code === null) return undefined;
    let isOver = false;
    void opinionId(code, sha256).then((id) => !isOver && setFound({ code, id }));
    return () => {
      isOver = true;
    };
  }, [code]);
  return code !== null && found?.code === code ? found.id : null;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
