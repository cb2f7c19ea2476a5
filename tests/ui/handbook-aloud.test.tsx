import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { findVoice, type Speech } from "../../src/ui/handbook/article/speaker.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { renderAt } from "./render-at.tsx";

const ARTICLE = "/so-tay/phuong-3/kp2#dieu-11";

/** A browser that speaks as far as it is told to. */
class HandSpeech extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  readonly spoken: EventTarget[] = [];
  readonly texts: string[] = [];
  cancelled = 0;
  getVoices = () => this.voices;
  speak = (utterance: SpeechSynthesisUtterance) => {
    this.texts.push(utterance.text);
    this.spoken.push(utterance);
  };
  cancel = () => void this.cancelled++;
  /** The sentence that is being read comes to its end. */
  end = () => this.spoken.at(-1)?.dispatchEvent(new Event("end"));
}

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = "";
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const voice = (lang: string, localService: boolean) =>
  ({ lang, localService, name: lang }) as SpeechSynthesisVoice;

let speech: HandSpeech;
beforeEach(() => {
  speech = new HandSpeech();
  vi.stubGlobal("speechSynthesis", speech);
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
});
afterEach(() => vi.unstubAllGlobals());

const marked = () => document.querySelector(".reader-read")?.textContent;

test("an article is read aloud sentence by sentence, with the one that is read marked, and stops when told", async () => {
  speech.voices = [voice("en-US", true), voice("vi-VN", true)];
  const { user } = renderAt(await handbookPhone(), ARTICLE, <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Đọc to điều này" }));
  await waitFor(() => expect(speech.texts).toEqual(["Điều 11. Thu gom rác, giữ lộ và kênh sạch"]));
  expect(marked()).toBeUndefined();
  await act(async () => void speech.end());
  await waitFor(() => expect(marked()).toBe("Mỗi nhà đăng ký hợp đồng thu gom rác;"));
  expect(speech.texts.at(-1)).toBe(marked());
  await act(async () => void speech.end());
  await waitFor(() => expect(marked()).toBe("rác buộc kín, để đúng chỗ, đúng giờ xe tới."));
  await user.click(screen.getByRole("button", { name: "Dừng đọc" }));
  expect(marked()).toBeUndefined();
  expect(speech.cancelled).toBe(1);
  // It goes on where it was stopped.
  await user.click(screen.getByRole("button", { name: "Đọc to điều này" }));
  await waitFor(() => expect(marked()).toBe("rác buộc kín, để đúng chỗ, đúng giờ xe tới."));
});

test("a turned page is read no more", async () => {
  speech.voices = [voice("vi-VN", true)];
  const { user } = renderAt(await handbookPhone(), ARTICLE, <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Đọc to điều này" }));
  await waitFor(() => expect(speech.texts).toHaveLength(1));
  await user.keyboard("{ArrowRight}");
  await screen.findByRole("heading", { level: 1, name: /^Điều 12/ });
  expect(speech.cancelled).toBe(1);
  await act(async () => void speech.end());
  expect(speech.texts).toHaveLength(1);
});

test("a phone without a Vietnamese voice says so", async () => {
  speech.voices = [voice("en-US", true)];
  const { user } = renderAt(await handbookPhone(), ARTICLE, <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Đọc to điều này" }));
  expect(await screen.findByText(/Máy này không có giọng đọc tiếng Việt/)).toBeTruthy();
  expect(speech.texts).toEqual([]);
});

test("voices that are told late are waited for; the phone's own comes before one that needs coverage", async () => {
  const wait = () => () => undefined;
  const late = findVoice(speech as unknown as Speech, "vi", wait);
  speech.voices = [voice("vi-VN", false), voice("vi_VN", true)];
  speech.dispatchEvent(new Event("voiceschanged"));
  expect((await late)?.localService).toBe(true);
  speech.voices = [];
  expect(
    await findVoice(speech as unknown as Speech, "vi", (done) => (queueMicrotask(done), () => undefined)),
  ).toBeNull();
});
