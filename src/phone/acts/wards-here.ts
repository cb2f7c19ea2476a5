import * as v from "valibot";
import { err, ok, type Result } from "../../domain/result.ts";
import type { CallError, WardHere } from "../api/phone.ts";
import { call, readJson } from "../call/call.ts";
import type { Parts } from "../store/parts.ts";

/** The wards that live at this address; kept nowhere. */
export async function wardsHere({ env, clock }: Parts): Promise<Result<readonly WardHere[], CallError>> {
  const answer = await call(env, clock, { ward: null, path: "/wards" });
  const read = answer.ok ? readJson(wardList, answer.value) : answer;
  return read.ok ? ok(read.value.wards) : err(read.error.error);
}

const area = v.looseObject({ code: v.string(), name: v.string() });
const wardList = v.looseObject({
  wards: v.array(
    v.looseObject({ ward: v.string(), name: v.string(), demo: v.boolean(), areas: v.array(area) }),
  ),
});
