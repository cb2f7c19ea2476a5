import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Button } from "../../src/ui/parts/Button.tsx";
import { ChoiceChip, Choices } from "../../src/ui/parts/Chip.tsx";
import { Dialog } from "../../src/ui/parts/Dialog.tsx";
import { demoPhone } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const acts = (
  <div className="dialog-acts">
    <Button>Thôi</Button>
    <Button look="danger">Xoá</Button>
  </div>
);
const field = <textarea aria-label="Ghi chú" />;
const choices = (
  <Choices label="Vì sao">
    <ChoiceChip chosen={false} onChoose={() => undefined}>
      Nhập nhầm
    </ChoiceChip>
  </Choices>
);

const answers = (
  <fieldset>
    <legend>Kết quả</legend>
    {["Vắng nhà", "Hẹn lại"].map((one) => (
      <input key={one} type="radio" aria-label={one} name=":r1:" defaultChecked={one === "Hẹn lại"} />
    ))}
  </fieldset>
);

test.each([
  [
    "the answer that is chosen",
    <>
      {answers}
      {acts}
    </>,
    undefined,
    "Hẹn lại",
  ],
  [
    "the first field",
    <>
      {field}
      {acts}
    </>,
    undefined,
    "Ghi chú",
  ],
  [
    "the first choice",
    <>
      {choices}
      {field}
      {acts}
    </>,
    undefined,
    "Nhập nhầm",
  ],
  [
    "the act that harms least where it only asks",
    <>
      <p>Chắc chưa?</p>
      {acts}
    </>,
    undefined,
    "Thôi",
  ],
  [
    "what it names itself",
    <>
      {field}
      {acts}
    </>,
    ".dialog-acts *",
    "Thôi",
  ],
  [
    "its heading where it is to be read",
    <>
      {field}
      {acts}
    </>,
    "h2",
    "Quyền của hộ",
  ],
])("a dialog opens at %s", async (_, body, first, focused) => {
  renderScreen(
    await demoPhone(),
    <Dialog title="Quyền của hộ" onClose={() => undefined} {...(first && { first })}>
      {body}
    </Dialog>,
  );
  await screen.findByRole("dialog", { name: "Quyền của hộ" });
  const { activeElement } = document;
  expect(activeElement?.getAttribute("aria-label") ?? activeElement?.textContent).toBe(focused);
});
