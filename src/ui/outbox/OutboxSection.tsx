import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutboxLine } from "../../phone/phone.ts";
import { Button } from "../parts/Button.tsx";
import { OutboxItem } from "./OutboxItem.tsx";

/** Records that stand alike; a long list is opened by and by. */
export function OutboxSection({
  title,
  ward,
  lines,
}: {
  readonly title: string;
  readonly ward: string;
  readonly lines: readonly OutboxLine[];
}) {
  const { t } = useTranslation("outbox");
  const [shown, setShown] = useState(PAGE);
  if (lines.length === 0) return null;
  return (
    <section className="outbox-section">
      <h2>{title}</h2>
      <ul>
        {lines.slice(0, shown).map((line) => (
          <OutboxItem key={line.jti} ward={ward} line={line} />
        ))}
      </ul>
      {lines.length > shown && (
        <Button wide onClick={() => setShown(shown + PAGE)}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

const PAGE = 40;
