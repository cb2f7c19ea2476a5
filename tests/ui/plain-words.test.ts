import { expect, test } from "vitest";

const files = import.meta.glob<Record<string, unknown>>("../../src/ui/text/{en,vi}{,/*}.ts", { eager: true });
const khmer = import.meta.glob<Record<string, unknown>>("../../src/ui/text/km.ts", { eager: true });

/** Every text of a language, with where it stands. */
function textsOf(language: "vi" | "en" | "km"): (readonly [string, string])[] {
  const all = Object.entries({ ...files, ...khmer });
  return all
    .filter(([path]) => new RegExp(`/${language}(/.*)?\\.ts$`).test(path))
    .flatMap(([path, words]) => [...leaves(words, path.replace(/.*\/text\//, ""))]);
}

function* leaves(words: unknown, at: string): Iterable<readonly [string, string]> {
  if (typeof words === "string") yield [at, words];
  else if (typeof words === "object" && words !== null)
    for (const [name, inner] of Object.entries(words)) yield* leaves(inner, `${at} ${name}`);
}

// DESIGN.md, How it behaves, 3. Of "máy chủ hộ" the host is somebody, not something.
test.each([
  ["vi", /đồng bộ|bộ nhớ đệm|máy chủ(?! hộ)|\b(sync|cache|server)/iu],
  ["en", /\b(sync|cache|server)/iu],
  ["km", /ម៉ាស៊ីនមេ|សមកាលកម្ម|ឃ្លាំងសម្ងាត់|\b(sync|cache|server)/iu],
] as const)("no text speaks of what lies behind the app: %s", (language, technical) => {
  const texts = textsOf(language);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(([, text]) => technical.test(text))).toEqual([]);
});

test("no verb before 'hộ' sounds as if it were done for somebody", () => {
  const forSomebody = /(?<!\p{L})(đóng|nhập|tách|ghi|giữ) hộ(?! (nào|đồng ý|\{\{))(?!\p{L})/iu;
  expect(textsOf("vi").filter(([, text]) => forSomebody.test(text))).toEqual([]);
});

test("a number that one language writes with its point or comma has it in the other, too", () => {
  const [english, vietnamese] = (["en", "vi"] as const).map((language) => {
    const own = textsOf(language).filter(([at]) => at.startsWith(`${language}/`));
    const some = own.filter(([, text]) => text.includes("{{count, number}}"));
    return [...new Set(some.map(([at]) => at.slice(3).replace(/_(one|other)$/, "")))].toSorted();
  });
  expect(vietnamese).toEqual(english);
});
