/** Why a call to the ward came to nothing: no answer, an answer of the wrong form, or a problem's slug. */
export type CallError = "unreachable" | "bad-answer" | "unavailable" | (string & {});

/** Why something could not be kept; `taken` where other words are kept under its ids, as by another tab with the same form. */
export type SayError = "full" | "not-enrolled" | "invalid" | "storage" | "taken";
/** Why a draft was not kept: the phone is full, or what it stands in place of is there no more. */
export type DraftError = "full" | "gone";
/** Why an enrolment failed. */
export type EnrolError = CallError | "wrong-ward-key" | "storage";
