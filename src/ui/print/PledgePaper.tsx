import { useTranslation } from "react-i18next";
import { itemsAt } from "../../domain/campaign/campaign-words.ts";
import type { Household, Pledge } from "../../domain/household-facts.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { areaName, placeTitle } from "../parts/words/area-names.ts";
import { classNames } from "../parts/words/class-names.ts";
import { upperFirst } from "../parts/words/letter-case.ts";
import { QrCode } from "../parts/QrCode.tsx";
import { relationWords } from "../parts/words/relation-words.ts";
import { Signature } from "../parts/Signature.tsx";
import { HaltedOnPaper } from "./HaltedOnPaper.tsx";

/** One copy of a pledge on paper, as a household of Việt Nam writes to an office; without a pledge to be signed by hand. */
export function PledgePaper({ ward, campaign, household, edition, pledge, day, link, size, copy }: Props) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT("vi", "print");
  const place = household.area ?? "";
  const [year = "", month = "", date = ""] = day.split("-");
  const items = (ids: readonly string[]) => itemsAt(campaign, ids, pledge?.at ?? 0);
  const line = ({ text, article }: Campaign["items"][number]) => t("paper.item", { text, article });
  const recorder = pledge && ward.devices[pledge.kid]?.personName;
  return (
    <article className={classNames("sheet", size === "a5" && "sheet-a5")} lang="vi">
      <div className="sheet-state">
        <p>{t("paper.country")}</p>
        <p>{t("paper.motto")}</p>
      </div>
      <h2 className="sheet-title">{t("paper.title")}</h2>
      <p className="sheet-about">{aboutOf(campaign.title)}</p>
      <p>{t("paper.to", { area: areaName(ward, place.split("/")[0] ?? place), ward: ward.name })}</p>
      <Line words={(name) => t("paper.name", { name })} value={pledge?.signer} />
      <Line
        words={(relation) => t("paper.relation", { relation })}
        value={pledge?.relation === undefined ? undefined : relationWords(pledge.relation)}
      />
      <p>
        {t("paper.household", {
          number: household.number ?? t("paper.dots"),
          place: placeTitle(ward, place).replaceAll(" · ", ", "),
        })}
      </p>
      <Line words={(address) => t("paper.address", { address })} value={household.address} />
      {/* Of a pledge that was signed nothing more is said than what was signed. */}
      {!pledge && <HaltedOnPaper {...{ ward, campaign }} area={household.area} />}
      <p>{t(pledge ? "paper.agree" : "paper.agreeBlank", { edition })}</p>
      {pledge ? (
        <ol>
          {items(pledge.agreed).map((item) => (
            <li key={item.id}>{line(item)}</li>
          ))}
        </ol>
      ) : (
        <ul className="sheet-boxes">
          {campaign.items.map((item) => (
            <li key={item.id}>{line(item)}</li>
          ))}
        </ul>
      )}
      {pledge && pledge.declined.length > 0 && (
        <>
          <p>{t("paper.declined")}</p>
          <ul>
            {items(pledge.declined).map((item) => (
              <li key={item.id}>{line(item)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t("paper.voluntary")}</p>
      {pledge?.withdrawn && <p>{t("paper.withdrawn")}</p>}
      <p className="sheet-date">
        {pledge
          ? t("paper.date", { ward: ward.name, day: date, month, year })
          : t("paper.dateBlank", { ward: ward.name })}
      </p>
      <div className="sheet-hands">
        <div>
          <p>
            <b>{t("paper.recorder")}</b>
          </p>
          <p>{t("paper.signHint")}</p>
          <div className="sheet-space" />
          <p>{recorder}</p>
        </div>
        <div>
          <p>
            <b>{t("paper.signer")}</b>
          </p>
          <p>{t("paper.signHint")}</p>
          <div className="sheet-space">
            {pledge?.strokes !== undefined && <Signature path={pledge.strokes} label={pledge.signer ?? ""} />}
            {pledge?.typed && <p>{t("paper.byKeys")}</p>}
            {pledge?.medium === "paper" && <p>{t("paper.onPaper")}</p>}
          </div>
          <p>{pledge?.signer}</p>
        </div>
      </div>
      {pledge && (
        <div className="sheet-foot">
          {link !== null && <QrCode text={link} label={t("paper.receipt", { code: pledge.jti })} />}
          <div>
            <p>{t("paper.receipt", { code: pledge.jti })}</p>
            <p>{pledge.seq === null ? t("paper.unsent") : t("paper.number", { number: pledge.seq })}</p>
            {link !== null && <p>{t("paper.shows")}</p>}
            <p>{t(copy === 1 ? "paper.copyHousehold" : "paper.copyWard")}</p>
          </div>
        </div>
      )}
      {!pledge && <p className="sheet-foot">{t(copy === 1 ? "paper.copyHousehold" : "paper.copyWard")}</p>}
    </article>
  );
}

/** What is to be filled in by hand goes to the end of its line. */
function Line({ words, value = "" }: LineProps) {
  return <p className={value === "" ? "sheet-blank" : undefined}>{words(value).trimEnd()}</p>;
}

/** Below 'BẢN CAM KẾT' the same words are not said again. */
function aboutOf(title: string): string {
  return upperFirst(title.replace(/^(bản )?cam kết /i, ""));
}

interface LineProps {
  readonly words: (value: string) => string;
  readonly value?: string | undefined;
}

interface Props {
  readonly ward: WardView;
  readonly campaign: Campaign;
  readonly household: Household;
  readonly edition: number | string;
  /** Null for an empty form. */
  readonly pledge: Pledge | null;
  /** The day that it was signed, such as `2026-11-23`. */
  readonly day: string;
  /** Of the receipt; null where it is not known, or there is none. */
  readonly link: string | null;
  readonly size: "a4" | "a5";
  readonly copy: 1 | 2;
}
