import { clausesOf, findArticle } from "../../domain/covenant/articles.ts";
import { nearest, type Ward } from "../../domain/ward-facts.ts";
import { html, type Html } from "./html.ts";
import { words } from "./words.ts";

/** What a page calls itself, and what others show of a link to it. */
export interface Preview {
  readonly title: string;
  readonly description: string;
  /** The permanent address, from its scheme on. */
  readonly address: string;
}

/** The preview of an area's handbook, or of one article of it; null where the ward has no covenant for it. */
export function previewOf(ward: Ward, area: string, number: string | null, origin: string): Preview | null {
  const covenant = nearest(ward.covenants, area);
  if (!covenant) return null;
  const address = `${origin}/so-tay/${ward.slug}/${covenant.area}`;
  const found = number === null ? undefined : findArticle(covenant.chapters, number);
  if (!found || number === null) {
    const count = covenant.chapters.reduce((sum, { articles }) => sum + articles.length, 0);
    return {
      title: `${covenant.title} · ${ward.name}`,
      description: words.about(covenant.chapters.length, count),
      address,
    };
  }
  const text = clausesOf(found.article.text)
    .map((clause) => clause.text)
    .join(" ");
  return {
    title: `${words.articleOf(number, found.article.title)} · ${covenant.title}`,
    description: shorten(text),
    address: `${address}?dieu=${encodeURIComponent(number)}`,
  };
}

/** The lines of a page's head that those read who show a link (ogp.me). */
export function previewHead({ title, description, address }: Preview, origin: string): Html {
  const property = (name: string, content: string) =>
    html`<meta property="og:${name}" content="${content}" />`;
  return html`<title>${title}</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${address}" />
    ${[
      property("type", "article"),
      property("locale", "vi_VN"),
      property("site_name", words.appName),
      property("title", title),
      property("description", description),
      property("url", address),
      property("image", `${origin}/chia-se.png`),
      property("image:width", "1200"),
      property("image:height", "630"),
      property("image:alt", words.pictured),
    ]}
    <meta name="twitter:card" content="summary_large_image" />`;
}

/** At the end of a word. */
function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, plain.lastIndexOf(" ", LONGEST))}…`;
}

const LONGEST = 180;
