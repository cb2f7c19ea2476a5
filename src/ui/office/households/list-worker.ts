import { readList, type ListAnswer, type ListQuestion } from "./read-list.ts";

// A thread of its own: a list of 50,000 rows must not freeze the screen. One question, one answer.
self.addEventListener("message", ({ data }: MessageEvent<ListQuestion>) => {
  void readList(data).then(answer);
});

function answer(read: ListAnswer): void {
  self.postMessage(read);
}

/** Tells who starts it what it speaks. */
export interface ListWorker {
  readonly asks: ListQuestion;
  readonly answers: ListAnswer;
}
