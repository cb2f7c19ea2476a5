import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../domain/ward-facts.ts";
import type { CallError } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";

/** Khu phố and tổ of a list that the ward has not got, and the way to add them. */
export function NewAreas({ ward, areas }: { readonly ward: string; readonly areas: readonly Area[] }) {
  const { t } = useTranslation("households");
  const { act } = usePhone();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<CallError | null>(null);
  if (areas.length === 0) return null;

  async function add() {
    setBusy(true);
    const added = await act.addAreas(ward, areas);
    setBusy(false);
    setTrouble(added.ok ? null : added.error);
  }

  return (
    <section className="office-card">
      <p>
        {t("areas.missing", {
          count: areas.length,
          names: areas.map(({ name, code }) => (code.includes("/") ? `${name} (${code})` : name)).join(", "),
        })}
      </p>
      <p className="quiet">{t("areas.why")}</p>
      <Trouble text={trouble === null ? null : t(`areas.errors.${wordFor(trouble)}`)} />
      <Button disabled={busy} onClick={() => void add()}>
        {t(busy ? "areas.adding" : "areas.add")}
      </Button>
    </section>
  );
}

function wordFor(error: CallError): "unreachable" | "forbidden" | "other" {
  switch (error) {
    case "unreachable":
      return "unreachable";
    case "forbidden":
      return "forbidden";
    default:
      return "other";
  }
}
