/** Why a call to the ward came to nothing: no answer, an answer of the wrong form, or a problem's slug. */
export type CallError = "unreachable" | "bad-answer" | "unavailable" | (string & {});
