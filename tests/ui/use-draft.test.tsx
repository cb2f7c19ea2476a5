import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Phone } from "../../src/phone/phone.ts";
import { PhoneProvider } from "../../src/ui/parts/PhoneContext.tsx";
import { useDraft } from "../../src/ui/parts/use-draft.ts";
import { demoPhone } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";

const KEY = "covenant-decided/new";
const read = (kept: unknown): string => (typeof kept === "string" ? kept : "");

test("what is dropped while it is still being written takes nothing with it of what is begun after", async () => {
  const { phone, draft, answer } = await slowlyKept();
  act(() => draft().keep("15/QĐ-UBND"));
  let written = Promise.resolve();
  act(() => void (written = draft().flush()));
  await act(() => draft().drop());
  // The phone answers late that the first one was written, which by now is gone.
  await act(async () => {
    answer();
    await written;
  });
  act(() => draft().keep("16/QĐ-UBND"));
  act(() => void (written = draft().flush()));
  await act(async () => {
    answer();
    await written;
  });
  expect(draft().value).toBe("16/QĐ-UBND");
  expect(phone.drafts().get(KEY)).toBe("16/QĐ-UBND");
});

test("what was erased elsewhere while it is being changed does not come back", async () => {
  const { phone, draft, answer } = await slowlyKept();
  let written = Promise.resolve();
  act(() => draft().keep("15/QĐ-UBND"));
  act(() => void (written = draft().flush()));
  await act(async () => {
    answer();
    await written;
  });
  await act(() => phone.act.dropDraft(KEY));
  act(() => draft().keep("15/QĐ-UBND, sửa"));
  act(() => void (written = draft().flush()));
  await act(async () => {
    answer();
    await written;
  });
  expect(phone.drafts().has(KEY)).toBe(false);
  expect(draft().value).toBe("");
});

/** A draft on a phone that writes at once and says so only when it is let. */
async function slowlyKept() {
  const phone: MemoryPhone = await demoPhone();
  const answers: (() => void)[] = [];
  const slow: Phone = {
    ...phone,
    act: {
      ...phone.act,
      async keepDraft(...args) {
        const told = new Promise<void>((resolve) => void answers.push(resolve));
        const done = await phone.act.keepDraft(...args);
        await told;
        return done;
      },
    },
  };
  const { result } = renderHook(() => useDraft(KEY, read), {
    wrapper: ({ children }) => <PhoneProvider phone={slow}>{children}</PhoneProvider>,
  });
  await waitFor(() => expect(result.current?.value).toBe(""));
  const draft = () => {
    if (!result.current) throw new Error("not read yet");
    return result.current;
  };
  return { phone, draft, answer: () => answers.shift()?.() };
}
