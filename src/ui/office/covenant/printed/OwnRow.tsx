import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isGood } from "../../../../domain/covenant/address-answer.ts";
import type { OwnAddress } from "../../../../domain/covenant/printed-addresses.ts";
import { formatDate, formatTime } from "../../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../../phone/api/phone.ts";
import { areaName } from "../../../parts/words/area-names.ts";
import { QrCode } from "../../../parts/QrCode.tsx";
import { Ended } from "../Ended.tsx";
import { answerWords } from "./answer-words.ts";
import type { Tried } from "./use-tries.ts";

/** An address of the ward's own: its code, for what it stands, and what came when it was tried last. */
export function OwnRow({
  ward,
  own,
  tried,
}: {
  readonly ward: WardView;
  readonly own: OwnAddress;
  readonly tried: Tried | undefined;
}) {
  const { t } = useTranslation("covenant");
  const address = `${window.location.origin}${own.path}`;
  return (
    <li className="printed-row">
      <QrCode text={address} label={t("cover.label", { address })} />
      <div>
        <h4>{own.area === null ? t(`addresses.kinds.${own.kind}`) : areaName(ward, own.area)}</h4>
        <p>{address}</p>
        <p className="quiet">
          {own.area === null ? t(`addresses.for.${own.kind}`) : <Editions ward={ward} area={own.area} />}
        </p>
        {own.area !== null && <Ended ward={ward} area={own.area} />}
        <Answer own={own} tried={tried} />
      </div>
    </li>
  );
}

/** On which editions an area's address was printed, and which one it opens. */
function Editions({ ward, area }: { readonly ward: WardView; readonly area: string }) {
  const { t } = useTranslation("covenant");
  const editions = ward.editions.filter((one) => one.area === area).map(({ edition }) => String(edition));
  const book = ward.books.find((one) => one.area === area);
  const known = new Set([...editions, ...(book ? [String(book.edition)] : [])]);
  return t("addresses.editions", { list: [...known].join(", "), current: book?.edition ?? "" });
}

function Answer({ own, tried }: { readonly own: OwnAddress; readonly tried: Tried | undefined }) {
  const { t } = useTranslation("covenant");
  if (!tried) return <p className="quiet">{t("addresses.untriedOne")}</p>;
  const { answer, at } = tried;
  const Icon = isGood(answer) ? CircleCheck : TriangleAlert;
  return (
    <p className={isGood(answer) ? "printed-good" : "printed-bad"}>
      <Icon aria-hidden />
      <span>
        {answerWords(t, own, answer)} · {t("addresses.at", { time: formatTime(at), date: formatDate(at) })}
      </span>
    </p>
  );
}
