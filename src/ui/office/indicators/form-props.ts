import type { Observation } from "../../../domain/ward-facts.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import type { Recording } from "../use-recording.ts";

/** What each form of this page is given. */
export interface IndicatorFormProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly observations: readonly Observation[];
  /** Looked at, such as `2026`. */
  readonly period: string;
  /** The indicator that it was asked for at; "" for none. */
  readonly of: string;
  readonly busy: boolean;
  /** Somebody asked for it at an indicator: the focus comes here. */
  readonly asked: boolean;
  /** Resolves to whether it was kept. */
  readonly onRecord: (recording: Recording) => Promise<boolean>;
  /** Called once nothing of the form is left to lose. */
  readonly onDone: () => void;
}
