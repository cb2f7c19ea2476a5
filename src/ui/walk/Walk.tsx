import { lazy } from "react";
import { NotHere } from "../parts/NotHere.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { OnRound, type RoundProps } from "../round/OnRound.tsx";
import { walk as words } from "../text/vi/walk.ts";
import { DayEnd } from "./DayEnd.tsx";
import { Order } from "./Order.tsx";

/** `/di-ho/<part>`: the whole order that is proposed, a meeting, the end of the day. */
export function Walk({ part }: { readonly part: string }) {
  useApartWords("walk", words);
  return <OnRound back="/di-ho">{(round) => <Part part={part} round={round} />}</OnRound>;
}

function Part({ part, round }: { readonly part: string; readonly round: RoundProps }) {
  if (part === "thu-tu") return <Order {...round} />;
  if (part === "hop") return <Meeting {...round} />;
  if (part === "cuoi-ngay") return <DayEnd {...round} />;
  return <NotHere />;
}

// What signatures take is fetched only where somebody signs.
const Meeting = lazy(async () => ({ default: (await import("./Meeting.tsx")).Meeting }));
