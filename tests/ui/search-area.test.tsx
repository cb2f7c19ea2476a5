import { render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SearchArea } from "../../src/ui/parts/SearchArea.tsx";

const { scrollIntoView } = Element.prototype;
afterEach(() => {
  Element.prototype.scrollIntoView = scrollIntoView;
});

test("a search goes to the top with its first letter, and not when one comes back to it", () => {
  const moved = vi.fn<() => void>();
  Element.prototype.scrollIntoView = moved;
  const area = (searching: boolean) => <SearchArea searching={searching}>Hộ 16</SearchArea>;
  const { rerender, unmount } = render(area(false));
  expect(moved).not.toHaveBeenCalled();
  rerender(area(true));
  rerender(area(true));
  expect(moved).toHaveBeenCalledTimes(1);
  rerender(area(false));
  rerender(area(true));
  expect(moved).toHaveBeenCalledTimes(2);
  unmount();
  render(area(true));
  expect(moved).toHaveBeenCalledTimes(2);
});
