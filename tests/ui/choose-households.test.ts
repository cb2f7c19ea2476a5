import { expect, test } from "vitest";
import { searchKey } from "../../src/domain/vietnamese.ts";
import type { HouseholdRow } from "../../src/phone/api/phone.ts";
import { chooseRows, createChooser, type Wanted } from "../../src/ui/office/households/table-rows.ts";

const NAMES = [
  "Hò Văn A",
  "Hòa Thị B",
  "Hoà Văn C",
  "Hoa Thị D",
  "Đỗ Văn Hóa",
  "Nguyễn Văn Ánh",
  "Ngô Thị An 12/4",
];
let looked = 0;

const rows = NAMES.map((name, at) => {
  const key = searchKey(name);
  return {
    id: String(at),
    area: at % 2 ? "kp1/t01" : "kp1/t02",
    number: at,
    head: name,
    address: "",
    members: 1,
    note: undefined,
    delivered: false,
    status: { word: at % 3 ? "none" : "signed", at: null, appointment: null, conflict: false, absences: 0 },
    get search() {
      looked += 1;
      return key;
    },
  } satisfies HouseholdRow;
});

const wanted = (query: string, over: Partial<Wanted> = {}): Wanted => ({
  area: "",
  state: "",
  query,
  ...over,
});

test.each(["hòa", "hoà", "ho thi", "Nguyễn", "đỗ h", "an 12/", "ho  v", "12/4", "hoa."])(
  "typed letter by letter, '%s' finds what it finds at once",
  (query) => {
    const choose = createChooser();
    for (let end = 0; end <= query.length; end += 1) {
      const part = wanted(query.slice(0, end));
      expect(choose(rows, part)).toEqual(chooseRows(rows, part));
    }
    // Taken back again.
    for (let end = query.length; end >= 0; end -= 1) {
      const part = wanted(query.slice(0, end));
      expect(choose(rows, part)).toEqual(chooseRows(rows, part));
    }
  },
);

test("of a word that grows only what it met before is looked at; of another place, state or list all of it", () => {
  const choose = createChooser();
  const met = choose(rows, wanted("ng"));
  expect(met).toHaveLength(2);
  const lookedAt = (act: () => unknown) => {
    looked = 0;
    act();
    return looked;
  };
  expect(lookedAt(() => choose(rows, wanted("ngu")))).toBe(2);
  expect(lookedAt(() => choose(rows, wanted("nguy", { state: "signed" })))).toBeLessThan(NAMES.length);
  expect(choose(rows, wanted("nguy", { area: "kp1/t01" }))).toEqual(
    chooseRows(rows, wanted("nguy", { area: "kp1/t01" })),
  );
  expect(lookedAt(() => choose([...rows], wanted("nguye", { area: "kp1/t01" })))).toBe(3);
});
