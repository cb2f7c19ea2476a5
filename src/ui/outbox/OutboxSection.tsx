import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutboxLine } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { OutboxItem } from "./OutboxItem.tsx";

/** Records that stand alike; a long list is opened by and by, and where `readOn` is given there are more than were read. */
export function OutboxSection({
  title,
  ward,
  lines,
  readOn,
}: {
  readonly title: string;
  readonly ward: string;
  readonly lines: readonly OutboxLine[];
  readonly readOn?: (() => void) | undefined;
}) {
  const { t } = useTranslation("outbox");
  const [shown, setShown] = useState(PAGE);
  if (lines.length === 0 && !readOn) return null;
  const showMore = () => {
    setShown(Math.min(shown, lines.length) + PAGE);
    // One page early: whoever asks for that one finds it there.
    if (lines.length < shown + 2 * PAGE) readOn?.();
  };
  return (
    <section className="outbox-section">
      <h2>{title}</h2>
      <ul>
        {lines.slice(0, shown).map((line) => (
          <OutboxItem key={line.jti} ward={ward} line={line} />
        ))}
      </ul>
      {(lines.length > shown || readOn) && (
        <Button wide onClick={showMore}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

const PAGE = 40;
