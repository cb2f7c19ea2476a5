import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Halt } from "../../../domain/covenant/covenant-standing.ts";
import { Card } from "../../parts/Card.tsx";
import { haltsAbout, haltSentence } from "./halt-words.ts";

/** By which decision, and since when, a covenant or some articles do not hold; at an article what concerns that one. */
export function Halts({ halts, article, brief = false, children }: HaltsProps) {
  const { t } = useTranslation("handbook");
  const meant = haltsAbout(halts, article);
  if (meant.length === 0) return null;
  return (
    <Card tone="refused">
      {meant.map((halt) => (
        <div key={`${halt.by.jti} ${halt.articles.join(" ")}`}>
          <p>
            <strong>{haltSentence(t, halt, { article, brief })}</strong>
          </p>
          {!brief && halt.by.grounds !== "" && <p>{t("halted.grounds", { grounds: halt.by.grounds })}</p>}
        </div>
      ))}
      {children}
    </Card>
  );
}

interface HaltsProps {
  readonly halts: readonly Halt[];
  readonly article?: string;
  /** Whether it was told before: the decision and its grounds are left out. */
  readonly brief?: boolean;
  /** What follows from it where it is read. */
  readonly children?: ReactNode;
}
