import { lazy } from "react";
import { Route, Switch } from "wouter";
import { NotHere } from "./parts/NotHere.tsx";

/** Addresses that few open, each screen fetched when it is: no other page waits for their names. */
export function MoreScreens() {
  return (
    <Switch>
      <Route path="/di-ho/:part">{({ part }) => <Walk part={part} />}</Route>
      <Route path="/ho/:id/hai-ban">{({ id }) => <TwoPledges key={id} id={id} />}</Route>
      <Route path="/ho/:id/thong-tin">{({ id }) => <HouseholdInfo key={id} id={id} />}</Route>
      <Route path="/danh-sach/them" component={NewHousehold} />
      <Route path="/ho/:id/in/:pledge?">{({ id, pledge }) => <PrintPledge id={id} pledge={pledge} />}</Route>
      <Route path="/danh-sach/in/*?">{(params) => <PrintRound area={params["*"] ?? ""} />}</Route>
      <Route path="/tap-dung/*?" component={Practice} />
      <Route component={NotHere} />
    </Switch>
  );
}

const Practice = lazy(async () => ({ default: (await import("./practice/Practice.tsx")).Practice }));
const Walk = lazy(async () => ({ default: (await import("./walk/Walk.tsx")).Walk }));
const TwoPledges = lazy(async () => ({ default: (await import("./household/TwoPledges.tsx")).TwoPledges }));
const HouseholdInfo = lazy(async () => ({
  default: (await import("./listing/HouseholdInfo.tsx")).HouseholdInfo,
}));
const NewHousehold = lazy(async () => ({
  default: (await import("./listing/NewHousehold.tsx")).NewHousehold,
}));
const PrintPledge = lazy(async () => ({ default: (await import("./print/PrintPledge.tsx")).PrintPledge }));
const PrintRound = lazy(async () => ({ default: (await import("./print/PrintRound.tsx")).PrintRound }));
