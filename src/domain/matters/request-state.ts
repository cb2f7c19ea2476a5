import type { DataRequest, RequestOutcome } from "./data-requests.ts";

/** Whether the ward has something to do about it still. */
export function isOpenRequest({ answer, erased }: Pick<DataRequest, "answer" | "erased">): boolean {
  return !erased && (answer === null || answer.outcome === "accepted");
}

/** How it stands: by its answer, or erased where none settled it before. */
export function stateOfRequest({
  answer,
  erased,
}: Pick<DataRequest, "answer" | "erased">): RequestOutcome | "waiting" | "erased" {
  return erased && isOpenRequest({ answer }) ? "erased" : (answer?.outcome ?? "waiting");
}
