import * as v from "valibot";
import { withAreas } from "../domain/import/import-drafts.ts";
import { areaCode, line } from "../domain/kinds/fields.ts";
import { err, ok, type Result } from "../domain/result.ts";
import type { ProblemSlug } from "../wire/problem.ts";
import { say } from "./keys/say.ts";
import type { RouteParts } from "./parts.ts";
import { describeWard } from "./wards/wards-here.ts";

/** The body of `POST …/areas`: areas that the ward has not got yet. */
export const areasRequest = v.object({
  areas: v.pipe(
    v.array(v.object({ code: areaCode, name: line, kind: v.picklist(["khuPho", "to"]) })),
    v.minLength(1),
    v.maxLength(1000),
  ),
});
type AreasRequest = v.InferOutput<typeof areasRequest>;

/**
 * Adds areas to what the ward says of itself: the ward key says `ward.described`, as `import` does. Those that are there stay
 * as they are. Says nothing where all are there.
 */
export async function addAreas(
  parts: Pick<RouteParts, "db" | "keys" | "acceptor" | "now" | "random">,
  ward: string,
  { areas }: AreasRequest,
): Promise<Result<null, ProblemSlug>> {
  const keys = await parts.keys.find(ward);
  if (!keys) return err("unavailable");
  // Another process may describe the ward at the same time, and not know of these: what is there is looked at again.
  for (let tried = 0; tried < TRIES; tried++) {
    const described = await describeWard(parts.db, ward);
    const all = withAreas(described.areas, areas);
    if (all.length === described.areas.length) return ok(null);
    const told = await say(parts, ward, keys, [
      { type: "ward.described", sub: ward, body: { ...described, areas: all } },
    ]);
    if (!told.ok) return err(told.error);
    const refused = told.value.find(({ verdict }) => verdict.status !== "accepted");
    if (refused) throw new Error(`the ward's own description was ${refused.verdict.status}`);
  }
  return err("unavailable");
}

const TRIES = 5;
