import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Phone } from "../../src/phone/api/phone.ts";
import { PhoneProvider } from "../../src/ui/parts/hooks/PhoneContext.tsx";
import { useDraft, type DraftState } from "../../src/ui/parts/hooks/use-draft.ts";
import { demoPhone } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";

const KEY = "covenant-decided/new";
const read = (kept: unknown): string => (typeof kept === "string" ? kept : "");

test("what was written is on its way to the disk before anybody could close the page", async () => {
  const { phone, draft } = await slowlyKept();
  act(() => draft().keep("15/QĐ-UBND"));
  expect(phone.drafts().get(KEY)).toBe("15/QĐ-UBND");
});

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

test("what was dropped is no longer there for what is begun, however late the phone tells of it", async () => {
  const phone = await demoPhone();
  await phone.act.keepDraft(KEY, "15/QĐ-UBND");
  const late: (() => void)[] = [];
  const slow: Phone = {
    ...phone,
    watch: {
      ...phone.watch,
      draft: (key) => (listener) => phone.watch.draft(key)((value) => void late.push(() => listener(value))),
    },
  };
  const { result } = renderHook(() => useDraft(KEY, read), {
    wrapper: ({ children }) => <PhoneProvider phone={slow}>{children}</PhoneProvider>,
  });
  const draft = () => result.current;
  await waitFor(() => expect(late.length).toBeGreaterThan(0));
  const first = late.splice(0);
  act(() => draft()?.keep("15/QĐ-UBND"));
  await act(async () => draft()?.drop());
  // Only now it hears that the draft was there.
  act(() => first.forEach((tell) => tell()));
  act(() => draft()?.keep("16/QĐ-UBND"));
  await act(async () => draft()?.flush());
  expect(phone.drafts().get(KEY)).toBe("16/QĐ-UBND");
});

test("a page that somebody comes back to shows what another page has written meanwhile, and goes on from there", async () => {
  const phone = await demoPhone();
  const [first, second] = [pageOf(phone), pageOf(phone)];
  await waitFor(() => expect(first()).toBeDefined());
  act(() => first().keep("15/QĐ-UBND"));
  await waitFor(() => expect(second().value).toBe("15/QĐ-UBND"));
  act(() => second().keep("15/QĐ-UBND, sửa"));
  await act(() => second().flush());
  expect(first().value).toBe("15/QĐ-UBND");
  act(() => void dispatchEvent(new Event("focus")));
  await waitFor(() => expect(first().value).toBe("15/QĐ-UBND, sửa"));
  act(() => first().keep("15/QĐ-UBND, sửa nữa"));
  await act(() => first().flush());
  expect(phone.drafts().get(KEY)).toBe("15/QĐ-UBND, sửa nữa");
});

test("a page that somebody comes back to loses nothing that another page has dropped", async () => {
  const phone = await demoPhone();
  const page = pageOf(phone);
  await waitFor(() => expect(page()).toBeDefined());
  act(() => page().keep("15/QĐ-UBND"));
  await act(() => page().flush());
  await act(() => phone.act.dropDraft(KEY));
  await act(async () => void dispatchEvent(new Event("focus")));
  expect(page().value).toBe("15/QĐ-UBND");
});

test("what is written under one key is neither shown nor kept under another", async () => {
  const phone = await demoPhone();
  const { result, rerender } = renderHook(({ key }) => useDraft(key, read), {
    initialProps: { key: "report/2026" },
    wrapper: ({ children }) => <PhoneProvider phone={phone}>{children}</PhoneProvider>,
  });
  await waitFor(() => expect(result.current?.value).toBe(""));
  act(() => result.current?.keep("của năm 2026"));
  await act(async () => result.current?.flush());
  rerender({ key: "report/2025" });
  await waitFor(() => expect(result.current?.value).toBe(""));
  act(() => result.current?.keep("của năm 2025"));
  await act(async () => result.current?.flush());
  expect(result.current?.value).toBe("của năm 2025");
  expect([...phone.drafts()]).toEqual([
    ["report/2026", "của năm 2026"],
    ["report/2025", "của năm 2025"],
  ]);
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

/** A page of `phone` with the draft open. */
function pageOf(phone: Phone): () => DraftState<string> {
  const { result } = renderHook(() => useDraft(KEY, read), {
    wrapper: ({ children }) => <PhoneProvider phone={phone}>{children}</PhoneProvider>,
  });
  // As long as nothing is read there is none yet, and those who wait look again.
  return () => result.current as DraftState<string>;
}
