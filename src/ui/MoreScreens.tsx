import type { i18n as Texts } from "i18next";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { later } from "./parts/later.tsx";
import { NotHere } from "./parts/NotHere.tsx";
import { Opening } from "./parts/Opening.tsx";
import { addLaterWords, addPledgeWords, addWords } from "./text/i18n.ts";

/** Addresses that few open, each screen fetched when it is: no other page waits for their names. And the answer to one that names no screen. */
export function MoreScreens() {
  const { i18n } = useTranslation();
  const [screens] = useState(() => moreScreens(i18n));
  const { EnrolScreen, HouseholdInfo, LeaveScreen, NewHousehold, OwnPledge, OwnScreen, ReceiptReader } =
    screens;
  const { Practice, PrintPledge, PrintRound, SendLink, TwoPledges, Walk } = screens;
  return (
    // Its own: what waits above it would forget which screens were being fetched, and begin again for ever.
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/vao" component={EnrolScreen} />
        <Route path="/bien-nhan" component={ReceiptReader} />
        <Route path="/di-ho/:part">{({ part }) => <Walk part={part} />}</Route>
        <Route path="/toi/roi-may">{() => <LeaveScreen />}</Route>
        <Route path="/ho-cua-toi" component={OwnScreen} />
        <Route path="/ho-cua-toi/ky" component={OwnPledge} />
        <Route path="/ho/:id/tu-ky">{({ id }) => <SendLink key={id} id={id} />}</Route>
        <Route path="/ho/:id/hai-ban">{({ id }) => <TwoPledges key={id} id={id} />}</Route>
        <Route path="/ho/:id/thong-tin">{({ id }) => <HouseholdInfo key={id} id={id} />}</Route>
        <Route path="/danh-sach/them" component={NewHousehold} />
        <Route path="/ho/:id/in/:pledge?">
          {({ id, pledge }) => <PrintPledge id={id} pledge={pledge} />}
        </Route>
        <Route path="/danh-sach/in/*?">{(params) => <PrintRound area={params["*"] ?? ""} />}</Route>
        <Route path="/tap-dung/*?" component={Practice} />
        <Route component={NotHere} />
      </Switch>
    </Suspense>
  );
}

function moreScreens(texts: Texts) {
  const words = () => addLaterWords(texts);
  const few = async () => {
    if (!texts.hasResourceBundle("vi", "check"))
      addWords(texts, "vi", (await import("./text/vi-more.ts")).viMore);
  };
  const both = async () => {
    await Promise.all([words(), few()]);
  };
  // What was signed just now can be taken back there, in the words of its receipt.
  const signed = async () => {
    await Promise.all([few(), addPledgeWords(texts)]);
  };
  return {
    EnrolScreen: later(async () => (await import("./enrol/EnrolScreen.tsx")).EnrolScreen, both).Screen,
    HouseholdInfo: later(async () => (await import("./listing/HouseholdInfo.tsx")).HouseholdInfo, words)
      .Screen,
    LeaveScreen: later(async () => (await import("./me/LeaveScreen.tsx")).LeaveScreen, words).Screen,
    NewHousehold: later(async () => (await import("./listing/NewHousehold.tsx")).NewHousehold, words).Screen,
    OwnPledge: later(async () => (await import("./own/OwnPledge.tsx")).OwnPledge, both).Screen,
    OwnScreen: later(async () => (await import("./own/OwnScreen.tsx")).OwnScreen, signed).Screen,
    Practice: later(async () => (await import("./practice/Practice.tsx")).Practice, words).Screen,
    PrintPledge: later(async () => (await import("./print/PrintPledge.tsx")).PrintPledge, words).Screen,
    PrintRound: later(async () => (await import("./print/PrintRound.tsx")).PrintRound, words).Screen,
    ReceiptReader: later(async () => (await import("./receipt/ReceiptReader.tsx")).ReceiptReader, few).Screen,
    SendLink: later(async () => (await import("./link/SendLink.tsx")).SendLink, both).Screen,
    TwoPledges: later(async () => (await import("./household/TwoPledges.tsx")).TwoPledges, words).Screen,
    Walk: later(async () => (await import("./walk/Walk.tsx")).Walk, words).Screen,
  };
}
