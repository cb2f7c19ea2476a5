import { useTranslation } from "react-i18next";
import type { PostedDraft } from "../../domain/amendment/posted-drafts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../phone/api/phone.ts";
import { ArticleName } from "./article/ArticleName.tsx";
import { OpinionForm } from "./opinions/OpinionForm.tsx";
import "./PostedDrafts.css";

/** Drafts that people are asked about, to be read whole; beside the covenant, which holds until another is recognised. */
export function PostedDrafts({ view, drafts }: PostedDraftsProps) {
  const { t } = useTranslation("reader");
  if (drafts.length === 0) return null;
  return (
    <section className="posted-drafts">
      <h2>{t("drafts.title")}</h2>
      {drafts.map((draft) => (
        <div key={draft.id}>
          <p>
            <strong lang="vi">{draft.title}</strong>
            {draft.about !== "" && ` · ${draft.about}`}
          </p>
          <p>
            {t("drafts.until", { from: formatDate(draft.postedOn), until: formatDate(draft.until) })}
            {draft.meetingOn !== null && ` ${t("drafts.meeting", { date: formatDate(draft.meetingOn) })}`}
          </p>
          <p className="quiet">{t("drafts.howTo")}</p>
          <details>
            <summary>{t("drafts.read")}</summary>
            {draft.chapters.map((chapter) => (
              <div key={chapter.title}>
                <h3 lang="vi">{chapter.title}</h3>
                {chapter.articles.map((article) => (
                  <div key={String(article.number)}>
                    <h4>
                      <ArticleName {...article} />
                    </h4>
                    <p lang="vi" className="posted-drafts-text">
                      {article.text}
                    </p>
                  </div>
                ))}
              </div>
            ))}
          </details>
          <OpinionForm view={view} about={{ draft: draft.id }} />
        </div>
      ))}
    </section>
  );
}

interface PostedDraftsProps {
  readonly view: HandbookView;
  readonly drafts: readonly PostedDraft[];
}
