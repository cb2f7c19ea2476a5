/** Reads one sentence after another aloud. */
export interface Speaker {
  /** Reads one; resolves to whether it was read to its end. */
  readonly say: (text: string) => Promise<boolean>;
  readonly stop: () => void;
}

/** The browser's own speech (w3c Web Speech API), as far as it is used here. */
export interface Speech {
  readonly getVoices: () => readonly SpeechSynthesisVoice[];
  readonly speak: (utterance: SpeechSynthesisUtterance) => void;
  readonly cancel: () => void;
  readonly addEventListener: (type: "voiceschanged", act: () => void) => void;
  readonly removeEventListener: (type: "voiceschanged", act: () => void) => void;
}

/** A voice for a language, one of the phone's own before one that needs coverage; null where the phone has none. */
export async function findVoice(
  speech: Speech,
  language: string,
  wait: (act: () => void) => () => void,
): Promise<SpeechSynthesisVoice | null> {
  const found = () =>
    speech
      .getVoices()
      .filter(({ lang }) => lang.toLowerCase().replace("_", "-").startsWith(language))
      .sort((a, b) => Number(b.localService) - Number(a.localService))[0] ?? null;
  if (speech.getVoices().length > 0) return found();
  // Chromium tells its voices some time after it was first asked; some phones never do.
  await new Promise<void>((resolve) => {
    const done = () => {
      speech.removeEventListener("voiceschanged", done);
      drop();
      resolve();
    };
    const drop = wait(done);
    speech.addEventListener("voiceschanged", done);
  });
  return found();
}

/** Speaks by a voice: each sentence by itself, since Chromium falls silent within a long one. */
export function createSpeaker(speech: Speech, voice: SpeechSynthesisVoice): Speaker {
  return {
    say: (text) =>
      new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        // A little slower than talk: it is listened to by old ears.
        utterance.rate = 0.9;
        utterance.addEventListener("end", () => resolve(true));
        utterance.addEventListener("error", () => resolve(false));
        speech.speak(utterance);
      }),
    stop: () => speech.cancel(),
  };
}
