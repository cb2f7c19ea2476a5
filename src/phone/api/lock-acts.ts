import type { Result } from "../../domain/result.ts";

/** Why a PIN opened nothing, and how many seconds it takes until the next one is looked at. */
export interface PinRefused {
  /** `wait`: too many wrong ones came before. */
  readonly why: "wrong" | "wait" | "storage";
  readonly seconds: number;
}

/** What asks for a PIN before anything of this phone is shown. */
export interface LockActs {
  readonly tryPin: (pin: string) => Promise<Result<null, PinRefused>>;
  /** Sets a PIN of 4 to 8 digits in place of the former one; null for none. */
  readonly setPin: (pin: string | null, former: string | null) => Promise<Result<null, PinRefused>>;
}
