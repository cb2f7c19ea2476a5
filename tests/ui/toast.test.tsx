import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Toast } from "../../src/ui/parts/Toast.tsx";

/** What is seen: one who hears the page hears none that is covered either. */
function seen(): (string | null)[] {
  return [...document.querySelectorAll(".toast:not([hidden])")].map(({ textContent }) => textContent);
}

test("one toast is seen at a time, the newest, and the one it covered again after it", () => {
  const runs = (
    <Toast key="runs" lasting>
      đang nhập
    </Toast>
  );
  const kept = <Toast key="kept">đã giữ</Toast>;
  const { rerender } = render([runs]);
  expect(seen()).toEqual(["đang nhập"]);
  // Wherever it stands on the page.
  rerender([kept, runs]);
  expect(seen()).toEqual(["đã giữ"]);
  expect(screen.getByText("đang nhập")).toBeDefined();
  const undone = <Toast key="undone">đã hoàn tác</Toast>;
  rerender([kept, undone, runs]);
  expect(seen()).toEqual(["đã hoàn tác"]);
  rerender([kept, runs]);
  expect(seen()).toEqual(["đã giữ"]);
  rerender([runs]);
  expect(seen()).toEqual(["đang nhập"]);
});

test("one that stays as long as something goes on hides none that stood before", () => {
  const kept = <Toast key="kept">đã giữ</Toast>;
  const { rerender } = render([kept]);
  rerender([
    kept,
    <Toast key="runs" lasting>
      đang nhập
    </Toast>,
  ]);
  expect(seen()).toEqual(["đã giữ"]);
});
