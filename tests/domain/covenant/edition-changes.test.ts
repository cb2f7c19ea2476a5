import { expect, test } from "vitest";
import { changesBetween, compareWords, likeness } from "../../../src/domain/covenant/edition-changes.ts";

const article = (number: number | string, title: string, text: string) => ({ number, title, text });
const book = (...articles: ReturnType<typeof article>[]) => [{ title: "Chương I. Chung", articles }];

const RUBBISH = "1. Mỗi nhà đăng ký thu gom rác.\n2. Rác để đúng giờ xe tới.";
const FLAG = "Ngày lễ, Tết nhà nào cũng treo cờ.";
const DOGS = "Chó thả ra đường phải đeo rọ mõm, có người dắt.";

test("an edition that says the same has changed nothing, however its lines are broken", () => {
  const older = book(article(1, "Rác", RUBBISH), article(2, "Cờ", FLAG));
  const newer = book(article(1, "Rác", RUBBISH.replaceAll("\n", " ")), article("2", "Cờ", FLAG));
  expect(changesBetween(older, newer)).toEqual([]);
});

test("what is new, gone, renumbered and reworded is told apart", () => {
  const older = book(
    article(1, "Rác", RUBBISH),
    article(2, "Cờ", FLAG),
    article(3, "Loa", "Sau 22 giờ tắt loa."),
  );
  const newer = book(
    article(1, "Thu gom rác", RUBBISH.replace("đúng giờ", "trước giờ")),
    article(2, "Vật nuôi", DOGS),
    article(3, "Cờ", FLAG),
  );
  const changes = changesBetween(older, newer);
  expect(changes.map((one) => [one.kind, (one.kind === "removed" ? one.before : one.article).title])).toEqual(
    [
      ["changed", "Thu gom rác"],
      ["added", "Vật nuôi"],
      ["moved", "Cờ"],
      ["removed", "Loa"],
    ],
  );
  const [first] = changes;
  if (first?.kind !== "changed") throw new Error("the first is changed");
  expect(first.text.filter((run) => run.in !== "both")).toEqual([
    { text: "đúng", in: "older" },
    { text: "trước", in: "newer" },
  ]);
});

test("an article that moved and was reworded is found by its title, or by how much of it is the same", () => {
  const older = book(article(5, "Rác", RUBBISH), article(6, "Chó", DOGS));
  const newer = book(
    article(7, "Rác", `${RUBBISH} Không đốt rác.`),
    article(8, "Vật nuôi", `${DOGS} Chích ngừa đủ.`),
    article(5, "Cháy", "Mỗi nhà một bình chữa cháy, hai lối thoát."),
  );
  expect(
    changesBetween(older, newer).map((one) => [one.kind, "before" in one ? one.before.number : null]),
  ).toEqual([
    ["changed", 5],
    ["changed", 6],
    ["added", null],
  ]);
});

test("both texts come out of the runs again", () => {
  const [a, b] = ["một hai ba bốn năm", "không hai bốn bốn năm sáu"];
  const runs = compareWords(a, b);
  const side = (skip: string) =>
    runs
      .filter((run) => run.in !== skip)
      .map(({ text }) => text)
      .join(" ");
  expect([side("newer"), side("older")]).toEqual([a, b]);
  expect(compareWords("", "một")).toEqual([{ text: "một", in: "newer" }]);
  expect([likeness(a, a), likeness("một", "hai")]).toEqual([1, 0]);
});
