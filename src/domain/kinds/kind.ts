import * as v from "valibot";
import type { Household } from "../household-facts.ts";
import { isAreaCode, isDigest, isHouseholdId, isStatementId } from "../ids.ts";
import type { Said } from "../said.ts";
import { missingDisclosures, personalOf, type Statement } from "../statement.ts";
import type { Ward } from "../ward-facts.ts";
import type { Rule } from "./rules.ts";

/** What a statement is about, and so what its `sub` holds. */
export type About =
  | "ward"
  | "area"
  | "household"
  | "household-or-area"
  | "device"
  | "statement"
  | "invite"
  | "campaign"
  | "amendment"
  | "indicator"
  | "any";

/** One version of one type: its schema, who may say it, who reads it, and what it changes. Never edited once published. */
export interface Kind {
  readonly type: string;
  readonly v: number;
  readonly about: About;
  /** Roles besides the office that may say it, each with its bounds. */
  readonly may: { readonly volunteer?: Rule; readonly household?: Rule };
  /** Whether only the ward key may sign it. */
  readonly wardKeyOnly: boolean;
  /** Who reads it on the public page: everybody, everybody where it is about an area, or nobody. */
  readonly public: (statement: Statement) => boolean;
  /** Whether a household reads it of itself. */
  readonly forHousehold: boolean;
  /** Null where the schema holds; otherwise a short code. Missing disclosures are not its matter while `missingDisclosures` explains them. */
  readonly check: (statement: Statement) => string | null;
  readonly onHousehold: (household: Household, said: Said) => void;
  readonly onWard: (ward: Ward, said: Said) => void;
}

/** A `Said` whose body and personal fields have the shape of their kind. */
export interface SaidAs<Body, Personal> extends Omit<Said, "body" | "personal"> {
  readonly body: Body;
  readonly personal: Partial<Personal>;
}

interface Definition<Body extends v.GenericSchema, Personal extends v.ObjectEntries> {
  readonly type: string;
  readonly v?: number;
  readonly about: About;
  readonly body: Body;
  readonly personal?: Personal;
  /** What the schemas cannot say. `complete` tells whether every personal field came along. */
  readonly check?: (parts: {
    readonly body: v.InferOutput<Body>;
    readonly personal: Readonly<Record<string, unknown>>;
    readonly complete: boolean;
  }) => boolean;
  readonly may?: Kind["may"];
  readonly wardKeyOnly?: boolean;
  readonly public?: "always" | "area" | ((statement: Statement) => boolean);
  readonly forHousehold?: boolean;
  readonly onHousehold?: (
    household: Household,
    said: SaidAs<v.InferOutput<Body>, v.InferOutput<v.LooseObjectSchema<Personal, undefined>>>,
  ) => void;
  readonly onWard?: (
    ward: Ward,
    said: SaidAs<v.InferOutput<Body>, v.InferOutput<v.LooseObjectSchema<Personal, undefined>>>,
  ) => void;
}

/** Makes a kind out of its definition. Effects are only called with a body that fits the schema. */
export function kind<
  Body extends v.GenericSchema,
  const Personal extends v.ObjectEntries = Record<never, never>,
>(definition: Definition<Body, Personal>): Kind {
  const personal = v.looseObject(definition.personal ?? ({} as Personal));
  const partial = v.partial(personal) as v.GenericSchema<unknown, Partial<v.InferOutput<typeof personal>>>;
  const names = new Set(Object.keys(definition.personal ?? {}));
  const visible = definition.public;

  function typed(said: Said) {
    const body = v.safeParse(definition.body, said.body);
    const fields = v.safeParse(partial, said.personal);
    return body.success && fields.success ? { ...said, body: body.output, personal: fields.output } : null;
  }

  return {
    type: definition.type,
    v: definition.v ?? 1,
    about: definition.about,
    may: definition.may ?? {},
    wardKeyOnly: definition.wardKeyOnly ?? false,
    public:
      typeof visible === "function"
        ? visible
        : ({ claims }) => visible === "always" || (visible === "area" && !isHouseholdId(claims.sub)),
    forHousehold: definition.forHousehold ?? false,
    check(statement) {
      const { claims } = statement;
      if (!fitsSubject(definition.about, claims.sub, claims.ward)) return "bad-sub";
      if (!fitsPlace(definition.about, claims)) return "bad-in";
      if (Object.keys(claims.body).some((name) => names.has(name))) return "personal-field-in-body";
      if (!v.is(definition.body, claims.body)) return "bad-body";
      const complete = missingDisclosures(statement) === 0;
      const fields = personalOf(statement);
      if (!v.is(complete ? personal : partial, fields)) return "bad-personal-field";
      return definition.check?.({ body: claims.body, personal: fields, complete }) === false
        ? "bad-combination"
        : null;
    },
    onHousehold(household, said) {
      const act = definition.onHousehold && typed(said);
      if (act) definition.onHousehold?.(household, act);
    },
    onWard(ward, said) {
      const act = definition.onWard && typed(said);
      if (act) definition.onWard?.(ward, act);
    },
  };
}

function fitsSubject(about: About, sub: string, ward: string): boolean {
  switch (about) {
    case "ward":
      return sub === ward;
    // The ward as a whole is an area too: of a meeting, an indicator.
    case "area":
      return isAreaCode(sub) || sub === ward;
    case "household":
      return isHouseholdId(sub);
    case "household-or-area":
      return isHouseholdId(sub) || isAreaCode(sub) || sub === ward;
    case "device":
      return isDigest(sub);
    case "statement":
      return isStatementId(sub);
    case "invite":
      return isDigest(sub) || isStatementId(sub);
    case "any":
      return isHouseholdId(sub) || isDigest(sub);
    case "campaign":
    case "amendment":
    case "indicator":
      return sub.length <= 64;
  }
}

function fitsPlace(about: About, { sub, in: place, ward }: Statement["claims"]): boolean {
  // The ward as a whole, where the target is about no area of it: a held `campaign.opened` that the office decides on.
  if (about === "amendment") return isAreaCode(place) || place === ward;
  const isPlace = isHouseholdId(place) || isAreaCode(place) || place === ward;
  if (about === "statement") return isPlace;
  // Whether an id is a household's or a statement's only the log tells; and some have always left the place out.
  if (about === "any" && isStatementId(sub)) return place === undefined || isPlace;
  return place === undefined;
}
