import { readFileSync } from "node:fs";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { readCovenantFile } from "../../src/domain/covenant/covenant-file.ts";
import { readTranslationFile } from "../../src/domain/covenant/translation-file.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { EVENING } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { renderAt } from "./render-at.tsx";

test("an article stands in Khmer for whoever chose it, marked unreviewed, above the Vietnamese that is in force", async () => {
  const phone = await handbookPhone();
  const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
  const other = readTranslationFile(readFileSync("demo/quy-uoc-kp2.km.md", "utf8"));
  if (!read.ok || !other.ok) throw new Error("the demo's papers are not read");
  const body = { ...read.value.handbook, translations: [other.value.translation] };
  await phone.wardSays(phone.office, [{ type: "handbook.published", sub: "kp2", body }], EVENING);
  renderAt(phone, "/so-tay/phuong-3/kp2#dieu-2", <HandbookCover />);
  await screen.findByText(/có việc gọi nhau một tiếng/);
  expect(screen.queryByRole("heading", { name: "គោលបំណង" })).toBeNull();

  await phone.act.set({ language: "km" });
  const title = await screen.findByRole("heading", { level: 2, name: "គោលបំណង" });
  expect(title.closest("[lang]")?.getAttribute("lang")).toBe("km");
  expect(screen.getByText(/រក្សាព្រែកឱ្យថ្លា/)).toBeTruthy();
  await waitFor(() => expect(screen.getByText(/មិនទាន់បានត្រួតពិនិត្យទេ។ មានតែអត្ថបទភាសាវៀតណាម/)).toBeTruthy());
  const original = screen.getByText(/có việc gọi nhau một tiếng/);
  expect(original.closest("[lang]")?.getAttribute("lang")).toBe("vi");
  expect(title.compareDocumentPosition(original) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
