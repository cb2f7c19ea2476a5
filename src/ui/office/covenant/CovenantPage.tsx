import { useLocation } from "wouter";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { edition as editionWords } from "../../text/vi/edition.ts";
import { covenant as words } from "../../text/vi/covenant.ts";
import { reader as readerWords } from "../../text/vi/reader.ts";
import type { SectionProps } from "../section-props.ts";
import { CAMPAIGN_PART, PRINTED_PART } from "./addresses.ts";
import { CampaignEditor } from "./CampaignEditor.tsx";
import { CovenantEditor } from "./CovenantEditor.tsx";
import { CovenantList } from "./CovenantList.tsx";
import { AddressesPage } from "./printed/AddressesPage.tsx";
import "./Covenant.css";

/** `/phuong/so-tay`: the edition that stands in each area; `/phuong/so-tay/<area>`: where the next one is written; `…/dot-cam-ket`: where a campaign is opened; `…/dia-chi-da-in`: what is printed for good. */
export function CovenantPage({ ward }: SectionProps) {
  useApartWords("covenant", words);
  useApartWords("edition", editionWords);
  useApartWords("reader", readerWords);
  const [path] = useLocation();
  const [, , , ...parts] = path.split("/");
  const area = parts.join("/");
  if (parts[0] === CAMPAIGN_PART) {
    const id = decodeURIComponent(parts[1] ?? "");
    return <CampaignEditor key={id} ward={ward} id={id} />;
  }
  if (parts[0] === PRINTED_PART) return <AddressesPage ward={ward} />;
  return area === "" ? <CovenantList ward={ward} /> : <CovenantEditor key={area} ward={ward} area={area} />;
}
