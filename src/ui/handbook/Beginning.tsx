import { BookOpen, Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HandbookView } from "../../phone/api/phone.ts";
import { browserFacts } from "../enrol/browser-facts.ts";
import { enrolPlace } from "../enrol/browser.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { reader as words } from "../text/vi/reader.ts";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { articleHash } from "./addresses.ts";
import { findArticle } from "../../domain/covenant/articles.ts";
import { EndedArea } from "./EndedArea.tsx";
import { InAppNotice } from "./InAppNotice.tsx";
import { IosInstall } from "./IosInstall.tsx";
import type { Install } from "./use-install.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import "./Beginning.css";

/** Above the contents: where to open the book for good, where one was reading, and, once something was read, how to keep it at hand. */
export function Beginning({
  view,
  install,
}: {
  readonly view: HandbookView;
  readonly install: Install | null;
}) {
  useApartWords("reader", words);
  const { ward, area, covenant } = view;
  const { place } = useReadingPlace(ward.slug, area.code);
  const browser = enrolPlace(browserFacts());
  const isInApp = browser === "zalo" || browser === "facebook" || browser === "in-app";
  // Nobody is asked to install what they have not read yet.
  const hasRead = place !== undefined && place !== null;
  return (
    <>
      <EndedArea view={view} />
      {isInApp && <InAppNotice app={browser} />}
      {place && <ReadOn number={place.article} chapters={covenant.chapters} />}
      {hasRead && install && <InstallCard install={install} />}
      {hasRead && browser === "ios-tab" && <IosInstall />}
    </>
  );
}

function ReadOn({
  number,
  chapters,
}: {
  readonly number: string;
  readonly chapters: HandbookView["covenant"]["chapters"];
}) {
  const { t } = useTranslation("reader");
  const found = findArticle(chapters, number);
  if (!found) return null;
  return (
    <a className="read-on" href={articleHash(number)}>
      <BookOpen aria-hidden />
      <span>
        <span className="read-on-word">{t("readOn", { number })}</span>
        <span lang="vi">{found.article.title}</span>
      </span>
    </a>
  );
}

function InstallCard({ install }: { readonly install: Install }) {
  const { t } = useTranslation("reader");
  const announce = useAnnounce();

  async function ask() {
    if (await install.ask()) announce(t("install.done"));
  }

  return (
    <Card>
      <p className="quiet">{t("install.text")}</p>
      <Button icon={Download} wide onClick={() => void ask()}>
        {t("install.button")}
      </Button>
    </Card>
  );
}
