import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { onTap } from "../../src/ui/parts/on-tap.ts";

describe("a button that is tapped", () => {
  test("acts as the finger leaves it, and lets no click come after", () => {
    const { act, lift } = draw();
    const event = lift({ clientX: 50, clientY: 20 });
    expect(act).toHaveBeenCalledTimes(1);
    expect(event.defaultPrevented).toBe(true);
  });

  test("does nothing where the finger was moved away first", () => {
    const { act, lift } = draw();
    const event = lift({ clientX: 50, clientY: 90 });
    expect(act).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
  });

  test("does nothing while another finger rests on it", () => {
    const { act, lift } = draw();
    lift({ clientX: 50, clientY: 20 }, [{ clientX: 60, clientY: 20 }]);
    expect(act).not.toHaveBeenCalled();
  });

  test("does nothing while it is disabled", () => {
    const { act, lift } = draw({ disabled: true });
    lift({ clientX: 50, clientY: 20 });
    expect(act).not.toHaveBeenCalled();
  });

  test("acts once for a mouse, and for a key", async () => {
    const { act, button } = draw();
    const user = userEvent.setup();
    await user.click(button);
    expect(act).toHaveBeenCalledTimes(1);
    await user.keyboard("{Enter}");
    expect(act).toHaveBeenCalledTimes(2);
  });
});

function draw({ disabled = false } = {}) {
  const act = vi.fn<() => void>();
  render(
    <button type="button" disabled={disabled} {...onTap(act)}>
      Lưu
    </button>,
  );
  const button = screen.getByRole("button");
  button.getBoundingClientRect = () => new DOMRect(0, 0, 100, 56);
  function lift(at: Partial<Touch>, resting: readonly Partial<Touch>[] = []) {
    const event = createEvent.touchEnd(button, { changedTouches: [at], touches: resting });
    fireEvent(button, event);
    return event;
  }
  return { act, button, lift };
}
