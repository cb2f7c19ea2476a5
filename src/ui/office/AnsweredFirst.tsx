import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";

/** Somebody has answered while another answer was being written: says so, with the answer, before there are two. */
export function AnsweredFirst({ children, onRead }: AnsweredFirstProps) {
  const { t } = useTranslation("office");
  return (
    <div role="alert">
      <Card tone="again">
        <h3>{t("answeredFirst.title")}</h3>
        <p>{t("answeredFirst.text")}</p>
        {children}
        <Button onClick={onRead}>{t("answeredFirst.again")}</Button>
      </Card>
    </div>
  );
}

interface AnsweredFirstProps {
  /** The answer that stands. */
  readonly children: ReactNode;
  readonly onRead: () => void;
}
