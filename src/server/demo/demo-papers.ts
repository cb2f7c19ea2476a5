import campaignFile from "../../../demo/cam-ket-2026.md?raw";
import figures from "../../../demo/chi-tieu.json";
import list from "../../../demo/danh-sach-ho.csv?raw";
import covenant1 from "../../../demo/quy-uoc-kp1.md?raw";
import khmer2 from "../../../demo/quy-uoc-kp2.km.md?raw";
import covenant2 from "../../../demo/quy-uoc-kp2.md?raw";
import covenant3 from "../../../demo/quy-uoc-kp3.md?raw";
import opinions from "../../../demo/y-kien.json";
import { readCampaignFile, type CampaignFile } from "../../domain/campaign/campaign-file.ts";
import { readCovenantFile, type CovenantFile } from "../../domain/covenant/covenant-file.ts";
import { readTranslationFile, type TranslationFile } from "../../domain/covenant/translation-file.ts";
import type { HouseholdRow } from "../../domain/import/household-list.ts";
import { householdRows } from "../../domain/import/household-rows.ts";
import { readTable } from "../../domain/import/read-table.ts";
import type { Result } from "../../domain/result.ts";
import type { DemoOpinion } from "./gather-opinions.ts";
import type { DemoFigures } from "./report-figures.ts";

/** What lies in the folder `demo`, read as the command line would read it. */
export interface DemoPapers {
  readonly households: readonly HouseholdRow[];
  readonly covenants: readonly CovenantFile[];
  readonly translations: readonly TranslationFile[];
  readonly campaign: CampaignFile;
  readonly opinions: readonly DemoOpinion[];
  readonly figures: DemoFigures;
}

/** Reads the demo's papers. They are built into the program, so that the demo needs no folder beside it. */
export async function readDemoPapers(): Promise<DemoPapers> {
  const { sheets } = read("danh-sach-ho.csv", await readTable(new TextEncoder().encode(list)));
  return {
    households: read("danh-sach-ho.csv", householdRows(sheets)).rows,
    covenants: [covenant1, covenant2, covenant3].map((file, i) =>
      read(`quy-uoc-kp${i + 1}.md`, readCovenantFile(file)),
    ),
    translations: [read("quy-uoc-kp2.km.md", readTranslationFile(khmer2))],
    campaign: read("cam-ket-2026.md", readCampaignFile(campaignFile)),
    opinions,
    figures,
  };
}

function read<Value>(file: string, result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`demo/${file} cannot be read: ${JSON.stringify(result.error)}`);
}
