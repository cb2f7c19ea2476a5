import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { ErasedHousehold } from "../household/ErasedHousehold.tsx";
import { Button } from "../parts/Button.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { UndoToast } from "../parts/UndoToast.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { listing as words } from "../text/vi/listing.ts";
import { HouseholdFields } from "./HouseholdFields.tsx";
import { HouseholdMoves } from "./HouseholdMoves.tsx";
import { Doubles } from "./Doubles.tsx";
import type { OpenInfoProps } from "./open-info.ts";
import { correctionDraftKey, emptiedIn, readCorrections } from "./listing-draft.ts";
import { changing } from "./listing-statements.ts";

/** `/ho/<id>/thong-tin`: what the list says of a household, to be corrected; whether it stands twice; where it went. */
export function HouseholdInfo({ id }: { readonly id: string }) {
  useApartWords("listing", words);
  const { t } = useTranslation("listing");
  const { membership, ward } = useHere();
  const slug = isAtWork(membership) ? membership.ward : null;
  const household = useLive("household", slug, id);
  const rows = useLive("round", slug);
  const back = `/ho/${id}`;
  if (household === null || (membership !== undefined && !isAtWork(membership))) {
    return (
      <Screen title={t("infoTitle")} back={back}>
        <EmptyState title={t("infoTitle")} />
      </Screen>
    );
  }
  if (!isAtWork(membership) || !ward || !household || !rows)
    return <Screen title={t("infoTitle")} back={back} />;
  return <OpenInfo key={household.id} {...{ membership, ward, household, rows }} />;
}

function OpenInfo(parts: OpenInfoProps) {
  const { membership, ward, household } = parts;
  const { t } = useTranslation("listing");
  const { t: common } = useTranslation("common");
  const { t: atDoor } = useTranslation("household");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  // Only what is written here: every other field shows what the list says by now, whoever changed it.
  const draft = useDraft(correctionDraftKey(ward.slug, household.id), readCorrections);
  const [lacking, setLacking] = useState<"same" | ReturnType<typeof emptiedIn>>(null);
  const [kept, setKept] = useState<string | null>(null);
  const listed = fieldsOf(household);
  if (isNameless(household)) {
    return (
      <ErasedHousehold title={t("infoTitle")} household={household} as="page">
        {!household.ended && <HouseholdMoves {...parts} />}
      </ErasedHousehold>
    );
  }
  if (!draft) return <Screen title={t("infoTitle")} back={`/ho/${household.id}`} />;
  const { value: written, full, keep, release, drop, key } = draft;

  async function save(event: FormEvent) {
    event.preventDefault();
    const change = changing(household, written);
    const missing = emptiedIn(written, listed) ?? (change ? null : "same");
    setLacking(missing);
    if (missing !== null || !change) return;
    release();
    const done = await run(() => act.say(ward.slug, [change], key));
    if (!done.ok) return keep(written);
    setKept(done.value[0] ?? null);
    await drop();
  }

  function lackingWords() {
    if (lacking === null) return null;
    return t(lacking === "same" ? "same" : `missing.${lacking}`);
  }

  return (
    <Screen
      title={t("infoTitle")}
      subtitle={householdName(common, household)}
      back={`/ho/${household.id}`}
      banner={<SendingBanner ward={membership.ward} />}
    >
      <form onSubmit={(event) => void save(event)}>
        <HouseholdFields
          value={{ ...listed, ...written }}
          change={(part) => {
            setLacking(null);
            keep({ ...written, ...part });
          }}
          numberHint={null}
        />
        <Trouble text={trouble ?? lackingWords() ?? (full ? atDoor("draftFull") : null)} />
        <Button type="submit" look="primary" wide disabled={busy}>
          {t("change")}
        </Button>
        {Object.keys(written).length > 0 && (
          <>
            <p className="quiet">{t("unlisted")}</p>
            <Button look="quiet" wide onClick={() => void drop()}>
              {t("dropUnlisted")}
            </Button>
          </>
        )}
      </form>
      {!household.ended && <Doubles {...parts} />}
      {!household.ended && <HouseholdMoves {...parts} />}
      {kept !== null && (
        <UndoToast
          key={kept}
          words={t("changed")}
          undone={t("undone")}
          onUndo={() => run(() => act.retract(membership.ward, kept, household.id))}
          onClose={() => setKept(null)}
        />
      )}
    </Screen>
  );
}

function fieldsOf({ number, head, address, members, phone, note }: Household) {
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "";
  return {
    number: text(number),
    head: text(head),
    address: text(address),
    members: text(members),
    phone: text(phone),
    note: text(note),
  };
}
