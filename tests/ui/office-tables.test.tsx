import { act, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { SortHeading } from "../../src/ui/office/tables/SortHeading.tsx";
import { byName, byNumber } from "../../src/ui/office/tables/order-rows.ts";
import { TableTools } from "../../src/ui/office/tables/TableTools.tsx";
import { useTable } from "../../src/ui/office/tables/use-table.ts";
import { DAY, demoPhone, EVENING, OFFICE, type DemoHousehold } from "./demo-ward.ts";
import { newId } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

interface Person {
  readonly name: string;
  readonly years: number;
}

const NAMES = ["Tư", "Ánh", "Đào", "Dũng", "An", "Ơn", "Lê", "Mận", "Sáu", "Út", "Xê"];
const PEOPLE: readonly Person[] = NAMES.map((name, at) => ({
  name: `Trần Thị ${name}`,
  years: 40 + (at % 3),
}));

function People({ people }: { readonly people: readonly Person[] }) {
  const table = useTable(people, {
    sorts: { name: byName(({ name }: Person) => name), years: byNumber(({ years }: Person) => years) },
    wordsOf: ({ name }) => name,
  });
  return (
    <section className="office-card">
      <TableTools table={table} title="Người" />
      <table>
        <thead>
          <tr>
            <SortHeading of={table} column="name">
              Người
            </SortHeading>
            <SortHeading of={table} column="years" isFigure isFalling>
              Tuổi
            </SortHeading>
          </tr>
        </thead>
        <tbody>
          {table.shown.map(({ name, years }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{years}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same table, whose rows change when somebody presses. */
function Changing({
  before,
  after,
}: {
  readonly before: readonly Person[];
  readonly after: readonly Person[];
}) {
  const [people, setPeople] = useState(before);
  return (
    <>
      <button type="button" onClick={() => setPeople(after)}>
        later
      </button>
      <People people={people} />
    </>
  );
}

const heads = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent ?? "");
const given = () => heads().map((name) => name.split(" ").at(-1));
const orderOf = (name: string) => screen.getByRole("columnheader", { name }).getAttribute("aria-sort");

test("a table is sorted by each heading with the keyboard alone, and says so; equals stay as they were", async () => {
  const { user } = renderScreen(await demoPhone({ self: OFFICE }), <People people={PEOPLE} />);
  expect(given()).toEqual(NAMES);
  expect([orderOf("Người"), orderOf("Tuổi")]).toEqual(["none", "none"]);
  screen.getByRole("button", { name: "Người" }).focus();
  await user.keyboard("{Enter}");
  expect(given()).toEqual(["An", "Ánh", "Dũng", "Đào", "Lê", "Mận", "Ơn", "Sáu", "Tư", "Út", "Xê"]);
  expect(orderOf("Người")).toBe("ascending");
  await user.keyboard(" ");
  expect(given()[0]).toBe("Xê");
  expect(orderOf("Người")).toBe("descending");
  await user.tab();
  await user.keyboard("{Enter}");
  // Of figures the largest is asked for first.
  expect(orderOf("Tuổi")).toBe("descending");
  expect(given()).toEqual(["Đào", "Ơn", "Sáu", "Ánh", "An", "Mận", "Xê", "Tư", "Dũng", "Lê", "Út"]);
});

test("what is typed finds with marks and without, tells how many it leaves, and stays while rows come and go", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const after = [{ name: "Lê Văn Ân", years: 30 }, ...PEOPLE.slice(2, 5)];
  const { user } = renderScreen(phone, <Changing before={PEOPLE} after={after} />);
  const status = screen.getByText("11 dòng");
  expect(status.getAttribute("role")).toBe("status");
  await user.click(screen.getByRole("button", { name: "Người" }));
  const box = screen.getByRole("searchbox", { name: "Tìm trong “Người”" });
  await user.type(box, "an");
  await waitFor(() => expect(given()).toEqual(["An", "Ánh"]));
  expect(status.textContent).toBe("Đang hiện 2 trên 11 dòng");
  await user.clear(box);
  await user.type(box, "đào");
  await waitFor(() => expect(given()).toEqual(["Đào"]));
  await user.clear(box);
  await user.type(box, "khong co ai");
  await waitFor(() => expect(status.textContent).toBe("Không có dòng nào khớp."));
  await user.clear(box);
  await user.type(box, "an");
  await waitFor(() => expect(given()).toEqual(["An", "Ánh"]));
  // One is no longer there, and another has come.
  await user.click(screen.getByRole("button", { name: "later" }));
  expect(given()).toEqual(["An", "Ân"]);
  expect(orderOf("Người")).toBe("ascending");
});

test("a short table has no search box, and is printed without what stands beside it", async () => {
  const { user, container } = renderScreen(
    await demoPhone({ self: OFFICE }),
    <People people={PEOPLE.slice(0, 3)} />,
  );
  expect(screen.queryByRole("searchbox")).toBeNull();
  const card = container.querySelector(".office-card");
  let printed: readonly (string | undefined)[] = [];
  vi.stubGlobal("print", () => (printed = [document.body.className, card?.className]));
  await user.click(screen.getByRole("button", { name: "In bảng này: Người" }));
  expect(printed).toEqual(["prints-table", "office-card table-printed"]);
  expect([document.body.className, card?.className]).toEqual(["", "office-card"]);
  vi.unstubAllGlobals();
});

test("devices are sorted by who has them, what arrived, when they sent and how they stand; the order stays as they send", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const standing = async (personName: string, sentAt: number | null, highest: number) => ({
    device: (await phone.addSpeaker({ personName, areas: ["kp2/t07"] })).kid,
    highest,
    missing: [],
    missingCount: 0,
    sentAt,
    heardAt: sentAt,
    version: "1.4.0",
    clockOffset: 0,
    revoked: false,
    copied: false,
  });
  const standings = [
    await standing("Trần Văn Đạt", EVENING - DAY, 9),
    await standing("Võ Thị Dung", EVENING - 2 * DAY, 100),
    await standing("Lê Thị Ánh", null, 0),
  ];
  phone.setStandings(standings);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await screen.findByText("đến số 100");
  const people = () => heads().map((head) => /Đạt|Dung|Ánh|Mai/.exec(head)?.[0]);
  await user.click(screen.getByRole("button", { name: "Đã về tới phường" }));
  expect(people().slice(0, 2)).toEqual(["Dung", "Đạt"]);
  await user.click(screen.getByRole("button", { name: "Gửi lần cuối" }));
  // Whoever was silent longest is looked for first.
  expect(people().slice(0, 2)).toEqual(["Dung", "Đạt"]);
  await user.click(screen.getByRole("button", { name: "Người dùng" }));
  expect(people()).toEqual(["Ánh", "Dung", "Đạt", "Mai"]);
  await user.click(screen.getByRole("button", { name: "Người dùng" }));
  expect(people()).toEqual(["Mai", "Đạt", "Dung", "Ánh"]);
  await act(() => phone.addSpeaker({ personName: "Bùi Văn Em", areas: ["kp2/t07"] }));
  await waitFor(() => expect(heads()).toHaveLength(5));
  expect(heads().map((head) => /Đạt|Dung|Ánh|Mai|Em/.exec(head)?.[0])).toEqual([
    "Mai",
    "Em",
    "Đạt",
    "Dung",
    "Ánh",
  ]);
  expect(screen.queryByRole("button", { name: "Việc làm" })).toBeNull();
});

test("gifts are sorted by day, work and giver, found by who gave, and all of them go on paper", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(
    phone.office,
    Array.from({ length: 25 }, (_, at) => ({
      type: "contribution.recorded",
      sub: "kp2",
      body: {
        kind: "cash",
        quantity: 1000 * (at + 1),
        unit: "đồng",
        on: `2026-${String((at % 9) + 1).padStart(2, "0")}-15`,
        for: `Hẻm ${at + 1}`,
      },
      personal: at === 3 ? { by: "Bà Đặng Thị Út" } : {},
    })),
  );
  let printed = 0;
  vi.stubGlobal("print", () => (printed = document.querySelectorAll(".giving-records tbody tr").length));
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/dong-gop" });
  const region = await screen.findByRole("region", { name: /^Bảng từng khoản/ });
  const works = () =>
    within(region)
      .getAllByRole("rowheader")
      .map(({ textContent }) => /Hẻm \d+/.exec(textContent ?? "")?.[0]);
  expect(works()).toHaveLength(20);
  await user.click(within(region).getByRole("button", { name: "Công trình, việc chung" }));
  expect(works().slice(0, 3)).toEqual(["Hẻm 1", "Hẻm 2", "Hẻm 3"]);
  await user.dblClick(within(region).getByRole("button", { name: "Ngày" }));
  expect(within(region).getByRole("columnheader", { name: "Ngày" }).getAttribute("aria-sort")).toBe(
    "ascending",
  );
  expect(works().slice(0, 3).sort()).toEqual(["Hẻm 1", "Hẻm 10", "Hẻm 19"]);
  await user.click(screen.getByRole("button", { name: "In bảng này: Từng khoản" }));
  expect(printed).toBe(25);
  expect(works()).toHaveLength(20);
  await user.type(screen.getByRole("searchbox", { name: "Tìm trong “Từng khoản”" }), "dang ut");
  await waitFor(() => expect(works()).toEqual(["Hẻm 4"]));
  await user.click(screen.getByRole("button", { name: "In bảng này: Từng khoản" }));
  expect(printed).toBe(1);
  // What may be done about a record is not for paper.
  const acts = within(region).getByRole("columnheader", { name: "Việc làm" });
  expect(acts.className).toBe("office-noprint");
  expect(within(region).getByRole("button", { name: /^Sửa/ }).closest("td")?.className).toBe(
    "office-noprint",
  );
  vi.unstubAllGlobals();
});

test("who comes to meetings is sorted by the head of the household, and printed to the last household", async () => {
  const many: DemoHousehold[] = Array.from({ length: 120 }, (_, at) => ({
    id: newId(),
    area: "kp2/t07",
    number: at + 1,
    head: at === 60 ? "Lê Văn Ân" : "Phạm Văn Minh",
    address: `${at + 1} Lê Lợi`,
    members: 2,
  }));
  const phone = await demoPhone({ self: OFFICE, households: many });
  let printed = 0;
  vi.stubGlobal("print", () => (printed = document.querySelectorAll(".meetings tbody tr").length));
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/hop" });
  await screen.findByRole("link", { name: "Hộ 1 · Phạm Văn Minh" });
  expect(heads()).toHaveLength(100);
  await user.click(screen.getByRole("button", { name: "Hộ" }));
  await waitFor(() => expect(heads()[0]).toBe("Hộ 61 · Lê Văn Ân"));
  await user.click(screen.getByRole("button", { name: /^In bảng này/ }));
  expect(printed).toBe(120);
  expect(heads()).toHaveLength(100);
  vi.unstubAllGlobals();
});
