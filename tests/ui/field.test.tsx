import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Field } from "../../src/ui/parts/Field.tsx";

test("a label names the control and takes whoever taps it there", async () => {
  render(<Field label="Số hộ">{(tied) => <select {...tied} />}</Field>);
  const box = screen.getByRole("combobox", { name: "Số hộ" });
  await userEvent.click(screen.getByText("Số hộ"));
  expect(document.activeElement).toBe(box);
});

test("a hint describes the control; without one nothing does", () => {
  const field = (hint?: string) => (
    <Field label="Ghi chú" hint={hint}>
      {(tied) => <textarea {...tied} />}
    </Field>
  );
  const { rerender } = render(field("Chỉ văn phòng đọc."));
  const box = screen.getByRole("textbox", { name: "Ghi chú", description: "Chỉ văn phòng đọc." });
  rerender(field());
  expect(screen.getByRole("textbox", { name: "Ghi chú" })).toBe(box);
  expect(box.hasAttribute("aria-describedby")).toBe(false);
});

test("of two fields with the same words each is tied to its own", () => {
  render(
    <>
      <Field label="Ngày" hint="Ngày đầu">
        {(tied) => <input {...tied} name="first" />}
      </Field>
      <Field label="Ngày" hint="Ngày cuối">
        {(tied) => <input {...tied} name="last" />}
      </Field>
    </>,
  );
  const names = (description: string) =>
    screen.getAllByRole("textbox", { name: "Ngày", description }).map((box) => box.getAttribute("name"));
  expect(screen.getAllByLabelText("Ngày")).toHaveLength(2);
  expect(names("Ngày đầu")).toEqual(["first"]);
  expect(names("Ngày cuối")).toEqual(["last"]);
});

test("a control that something else finds by its id has that one", () => {
  render(
    <Field label="Toàn văn" hint="Mỗi điều một đoạn." id="covenant-text">
      {(tied) => <textarea {...tied} />}
    </Field>,
  );
  const box = screen.getByRole("textbox", { name: "Toàn văn", description: "Mỗi điều một đoạn." });
  expect(box.id).toBe("covenant-text");
});

test("the control stays the same while somebody types and a hint comes", async () => {
  render(<Typed />);
  const box = screen.getByRole("textbox", { name: "Họ tên" });
  await userEvent.click(box);
  await userEvent.keyboard("Bảy");
  expect(document.activeElement).toBe(box);
  expect(screen.getByRole("textbox", { description: "Chào Bảy" })).toBe(box);
});

function Typed() {
  const [name, setName] = useState("");
  return (
    <Field label="Họ tên" hint={name === "" ? undefined : `Chào ${name}`}>
      {(tied) => <input {...tied} value={name} onChange={({ target }) => setName(target.value)} />}
    </Field>
  );
}
