import { CornerDownRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import "./Opinions.css";

/** What people said, without names, and what they were answered. */
export function Opinions({
  title,
  opinions,
}: {
  readonly title: string;
  readonly opinions: readonly {
    readonly id: string;
    readonly text: string;
    readonly answer?: string | undefined;
  }[];
}) {
  const { t } = useTranslation("reader");
  if (opinions.length === 0) return null;
  return (
    <section className="opinions">
      <h2>{title}</h2>
      {opinions.map(({ id, text, answer }) => (
        <div key={id} className="opinion">
          <blockquote lang="vi">“{text}”</blockquote>
          {answer === undefined ? (
            <p className="opinion-waiting">{t("notAnswered")}</p>
          ) : (
            <p className="opinion-answer">
              <CornerDownRight aria-hidden />
              {/* All but its first words are the ward's own. */}
              <span lang="vi">{t("answered", { answer })}</span>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
