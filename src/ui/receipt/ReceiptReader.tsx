import type { TFunction } from "i18next";
import { BadgeCheck, CircleAlert, House } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocationProperty } from "wouter/use-browser-location";
import type { ReceiptCheck } from "../../phone/api/phone.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { ReceiptDetails } from "./ReceiptDetails.tsx";
import { useKeptReceipts } from "./use-kept-receipts.ts";
import { standingWords, verdictOf } from "./verdict-words.ts";
import "./ReceiptReader.css";

/** `/bien-nhan#…`: whether a receipt is as it was signed, what that shows and what it does not, and what the ward says of it. */
export function ReceiptReader() {
  const { t } = useTranslation("check");
  const text = useLocationProperty(() => window.location.hash);
  const check = useLive("receipt", text);
  if (!check) {
    return (
      <Screen title={t("title")} waiting>
        <p role="status">{t("reading")}</p>
      </Screen>
    );
  }
  return <CheckedReceipt key={text} check={check} text={text} />;
}

function CheckedReceipt({ check, text }: { readonly check: ReceiptCheck; readonly text: string }) {
  const { t } = useTranslation("check");
  const here = useHere();
  const { now } = usePhone();
  const { words, signature, revokedAt, firstMet, asking } = check;
  const ward = useLive("ward", words?.ward ?? null);
  const name = ward?.name ?? words?.ward ?? "";
  const verdict = verdictOf(t, check, { ward: name, now: now(words?.ward) });
  const standing = standingWords(t, check);
  const announce = useAnnounce();
  const { title, tone } = verdict;
  const isGood = signature === "good" && words !== null;
  const heard = [title, standing].filter(Boolean).join(". ");
  useEffect(() => {
    if (!asking) announce(heard);
  }, [announce, asking, heard]);

  return (
    // What the page began with says as much as long as nothing is certain.
    <Screen title={t("title")} demo={(ward ?? here.ward)?.demo ?? false} waiting={asking && !isGood}>
      <div className="check">
        <section className={`card card-${tone} check-verdict`}>
          {isGood ? <BadgeCheck aria-hidden /> : <CircleAlert aria-hidden />}
          <div className="check-room" data-room={roomOf(t)}>
            <div>
              <h2>{title}</h2>
              {verdict.text !== null && <p>{verdict.text}</p>}
              {standing !== null && <p className="check-standing">{standing}</p>}
            </div>
          </div>
        </section>
        {isGood && (
          <>
            <div ref={keepFocus} className="check-keep">
              <KeepReceipt receipt={text.slice(text.indexOf("#") + 1)} />
            </div>
            <section>
              <h2>{t("shows")}</h2>
              <p>{t("showsWhat")}</p>
              <h2>{t("hides")}</h2>
              <ul>
                <li>{t("hidesWho")}</li>
                <li>{t("hidesNames")}</li>
              </ul>
              <p className="quiet">{t("voluntary")}</p>
            </section>
          </>
        )}
        {/* Here, with what is laid out as it comes, so that it moves nothing that stood before. */}
        {isGood && revokedAt !== null && <p>{t("revokedLater", { date: formatDate(revokedAt) })}</p>}
        {firstMet && <p className="quiet">{t("met")}</p>}
        {/* What may still turn out otherwise is not laid out, so that nothing moves away under somebody's eyes. */}
        {words && signature !== "changed" && (isGood || !asking) && (
          <ReceiptDetails words={words} by={check.by} ward={name} campaigns={ward?.campaigns ?? []} />
        )}
      </div>
    </Screen>
  );
}

/** The longest good answer: as high the card is from the first, since its lines come one by one. The same in server/page/receipt-page.ts. */
function roomOf(t: TFunction<"check">): string {
  const about = { ward: "Phường Mười Hai", time: "23/11/2026 18:30" };
  return [t("good"), "", t("goodText", about), "", t("standing.other", { seq: 888_888 })].join("\n");
}

/** Keeps the receipt in this phone, for a household that has scanned it. */
function KeepReceipt({ receipt }: { readonly receipt: string }) {
  const { t } = useTranslation("check");
  const announce = useAnnounce();
  const { kept, keep } = useKeptReceipts();
  const [full, setFull] = useState(false);
  if (!kept) return null;
  if (kept.includes(receipt)) {
    return (
      <>
        <p className="quiet">{t("kept")}</p>
        <ButtonLink wide icon={House} href="/ho-cua-toi">
          {t("own")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <Button
        wide
        look="primary"
        onClick={async () => {
          const done = await keep(receipt);
          setFull(!done.ok);
          announce(done.ok ? t("kept") : t("keptFull"));
        }}
      >
        {t("keep")}
      </Button>
      {full && <p className="trouble">{t("keptFull")}</p>}
    </>
  );
}
