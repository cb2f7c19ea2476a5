import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import type { Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { likelyFinder } from "../../domain/words/likeness.ts";
import type { HouseholdRow, Membership, WardView } from "../../phone/api/phone.ts";
import { ErasedHousehold } from "../household/ErasedHousehold.tsx";
import { useTellLastAct } from "../household/tell-last-act.ts";
import { Button } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useDraft, type DraftState } from "../parts/hooks/use-draft.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { listing as words } from "../text/vi/listing.ts";
import { Alike } from "./Alike.tsx";
import { AreaField, useGroups } from "./AreaField.tsx";
import { HouseholdFields } from "./HouseholdFields.tsx";
import {
  lackingIn,
  listingDraftKey,
  nextNumber,
  numberOf,
  readListingDraft,
  type ListingDraft,
} from "./listing-draft.ts";
import { registering } from "./listing-statements.ts";

/**
 * `/danh-sach/them`: a household that is not on the list; what is alike is shown before it is added. `?tu=<id>`: one that
 * parts from another.
 */
export function NewHousehold() {
  useApartWords("listing", words);
  const { t } = useTranslation("listing");
  const { membership, ward } = useHere();
  const asked = new URLSearchParams(useSearch());
  const from = asked.get("tu");
  const slug = isAtWork(membership) ? membership.ward : null;
  const rows = useLive("round", slug);
  const parent = useLive("household", from === null ? null : slug, from);
  const { newId } = usePhone();
  const [first] = useState({ head: asked.get("ten") ?? "", area: asked.get("o") ?? "" });
  const begin = useCallback(
    (): ListingDraft => ({
      id: newId(),
      number: "",
      address: "",
      members: "",
      phone: "",
      note: "",
      ...first,
    }),
    [newId, first],
  );
  const read = useCallback((kept: unknown) => readListingDraft(kept, begin), [begin]);
  const draft = useDraft(slug === null ? null : listingDraftKey(slug, from), read);
  if (membership !== undefined && !isAtWork(membership)) {
    return (
      <Screen title={t("addTitle")} back="/di-ho">
        <EmptyState title={t("addTitle")} />
      </Screen>
    );
  }
  const isReady = from === null || parent !== undefined;
  if (!isAtWork(membership) || !ward || !rows || !draft || !isReady) return <Screen title={t("addTitle")} />;
  // Of one that nobody can find nobody parts.
  if (parent && isNameless(parent))
    return <ErasedHousehold title={t("addTitle")} household={parent} as="page" />;
  return <OpenListing {...{ membership, ward, rows, draft }} parent={parent ?? null} />;
}

function OpenListing({ membership, ward, rows, draft, parent }: OpenListingProps) {
  const { t } = useTranslation("listing");
  const { t: common } = useTranslation("common");
  const { act, newId } = usePhone();
  const tellLast = useTellLastAct(membership.ward);
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [lacking, setLacking] = useState<ReturnType<typeof lackingIn>>(null);
  const codes = useGroups(ward, membership);
  const { value: kept, keep } = draft;
  const only = codes.length === 1 ? codes[0] : undefined;
  const value = { ...kept, area: kept.area || parent?.area || only || "" };
  const find = useMemo(() => likelyFinder(rows), [rows]);
  // Looking through a whole ward must not hold up the next key.
  const { head, address } = useDeferredValue(value);
  const matches = useMemo(() => find({ head, address }).slice(0, MOST), [find, head, address]);
  const next = nextNumber(rows, value.area);
  const back = parent ? `/ho/${parent.id}/thong-tin` : "/di-ho";

  function change(part: Partial<ListingDraft>) {
    setLacking(null);
    keep({ ...value, ...part });
  }

  function startOver() {
    setLacking(null);
    void draft.drop();
  }

  async function save() {
    const missing = lackingIn(value);
    setLacking(missing);
    if (missing !== null) return;
    draft.release();
    const said = registering(value, next, parent);
    const done = await run(() => act.say(membership.ward, said, draft.key));
    if (!done.ok) return keep(value);
    tellLast({
      sub: value.id,
      number: value.number.trim() === "" ? next : numberOf(value.number),
      jtis: done.value,
      places: said.map(({ sub }) => sub),
      words: t("kept"),
      what: t(parent ? "splitSave" : "save"),
      // What was taken back stays so: whoever says it after all says it of another.
      dropped: { ...value, id: newId() },
      form: { key: draft.key, href: parent ? `/danh-sach/them?tu=${parent.id}` : "/danh-sach/them" },
    });
    navigate(`/ho/${value.id}`, { replace: true });
  }

  return (
    <Screen
      title={
        parent
          ? t("splitTitle", {
              number: parent.number ?? common("household.noNumber"),
              head: parent.head ?? common("household.noName"),
            })
          : t("addTitle")
      }
      back={back}
      footer={
        <>
          <Trouble text={trouble ?? (lacking === null ? null : t(`missing.${lacking}`))} />
          <Button
            look={matches.length === 0 ? "primary" : "plain"}
            wide
            disabled={busy}
            onClick={() => void save()}
          >
            {matches.length > 0 ? t("saveAnyway") : t(parent ? "splitSave" : "save")}
          </Button>
        </>
      }
    >
      {parent && <p>{t("splitText")}</p>}
      <AreaField
        label={t("area")}
        codes={codes}
        ward={ward}
        value={value.area}
        onChange={(area) => change({ area })}
      />
      <HouseholdFields
        value={value}
        change={change}
        numberHint={value.area === "" ? null : t("numberHint", { number: next })}
      />
      {draft.full && <Trouble text={common("say.full")} />}
      <div aria-live="polite">
        {matches.length > 0 && (
          <>
            <h2>{t("alike")}</h2>
            <p>{t("alikeText")}</p>
            <Alike matches={matches} ward={ward} label={t("alike")} />
          </>
        )}
      </div>
      {draft.begun && (
        <Button look="quiet" wide onClick={startOver}>
          {t("startOver")}
        </Button>
      )}
    </Screen>
  );
}

interface OpenListingProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly draft: DraftState<ListingDraft>;
  /** The household it parts from. */
  readonly parent: Household | null;
}

/** More alike than this says nothing. */
const MOST = 5;
