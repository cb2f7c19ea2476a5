import { Printer } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HandbookView } from "../../phone/api/phone.ts";
import { handbookAddress } from "../handbook/addresses.ts";
import { Button } from "../parts/Button.tsx";
import { classNames } from "../parts/words/class-names.ts";
import { Screen } from "../parts/Screen.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { booklet as words } from "../text/vi/booklet.ts";
import { bookBlocks } from "./book-blocks.tsx";
import { CoverPage, NotesPage, PledgePage } from "./fixed-pages.tsx";
import { contentsBlocks } from "./contents-blocks.tsx";
import { layOut } from "./lay-out.ts";
import { useHeights } from "./use-heights.ts";
import "./Booklet.css";

/** The handbook as a booklet of A5, from the same words as on the screen: cover, contents with page numbers, articles, pledge, lines to write on. */
export function Booklet({ view }: { readonly view: HandbookView }) {
  useApartWords("booklet", words);
  const { t } = useTranslation(["booklet", "handbook"]);
  const { t: handbook } = useTranslation("handbook");
  const { ward, area } = view;
  const book = useMemo(() => bookBlocks(view, t, handbook), [view, t, handbook]);
  const contents = useMemo(() => contentsBlocks(view, t, handbook), [view, t, handbook]);
  const { measure, heights, room } = useHeights(book.length + contents.length);
  const laid = heights && layOut({ book, contents, heights, room, withPledge: view.campaign !== undefined });
  return (
    <Screen
      title={t("title")}
      back={handbookAddress(ward.slug, area.code)}
      demo={ward.demo}
      tabs={false}
      wide
    >
      <div className="booklet">
        <div className="booklet-acts">
          <p>{t("how")}</p>
          <Button look="primary" icon={Printer} disabled={!laid} onClick={() => window.print()}>
            {t("print")}
          </Button>
          {laid && <p role="status">{t("pages", { count: laid.count })}</p>}
        </div>
        {/* Set once in a page's width, out of sight: only so is it known where each page ends. */}
        <div className="booklet-measure" ref={measure} aria-hidden inert>
          {[...contents, ...book].map(({ key, node }) => (
            <div key={key}>{node(0)}</div>
          ))}
        </div>
        {laid && (
          <div className="booklet-leaves">
            <Leaf cover>
              <CoverPage view={view} />
            </Leaf>
            {laid.pages.map((page) => (
              <Leaf key={page.number}>
                {page.blocks.map(({ key, node }) => (
                  <div key={key}>{node(laid.pageOf.get(key) ?? 0)}</div>
                ))}
                <p className="leaf-number">{page.number}</p>
              </Leaf>
            ))}
            {view.campaign && (
              <Leaf>
                <PledgePage campaign={view.campaign} halts={view.halts ?? []} />
              </Leaf>
            )}
            {Array.from({ length: laid.empty }, (_, at) => (
              <Leaf key={at}>
                <NotesPage />
              </Leaf>
            ))}
          </div>
        )}
      </div>
    </Screen>
  );
}

/** One page; on a small glass drawn smaller, with its lines as they will be on paper. */
function Leaf({ cover, children }: { readonly cover?: boolean; readonly children: ReactNode }) {
  return (
    <div className="leaf-frame">
      <section className={classNames("leaf", cover && "leaf-cover")}>{children}</section>
    </div>
  );
}
