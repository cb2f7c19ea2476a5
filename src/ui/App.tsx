import { Suspense, useState } from "react";
import { Route, Switch } from "wouter";
import type { Phone } from "../phone/api/phone.ts";
import { HandbookCover } from "./handbook/HandbookCover.tsx";
import { LockAway } from "./lock/LockAway.tsx";
import { Broken } from "./parts/Broken.tsx";
import { FetchAhead } from "./parts/FetchAhead.tsx";
import { Opening } from "./parts/Opening.tsx";
import { Providers } from "./parts/Providers.tsx";
import { StorageNotice } from "./parts/StorageNotice.tsx";
import { prepareApp, type Prepared } from "./prepare-app.ts";
import { InsecureNotice } from "./welcome/InsecureNotice.tsx";
import { UnreviewedNotice } from "./welcome/UnreviewedNotice.tsx";

/** The whole app on one phone: an address, a screen. What a reader needs comes at once, the rest when it is opened. */
export function App({ phone, prepared }: { readonly phone: Phone; readonly prepared?: Prepared }) {
  const [{ texts, screens }] = useState(() => prepared ?? prepareApp());
  const { Household, MeScreen, MoreScreens, OfficeScreen, OutboxScreen } = screens;
  const { Round, Signing, WelcomeScreen } = screens;
  return (
    <Providers phone={phone} texts={texts}>
      <LockAway />
      <FetchAhead fetch={screens.fetchAhead} />
      <Broken>
        <InsecureNotice />
        <StorageNotice />
        <UnreviewedNotice />
        <Suspense fallback={<Opening />}>
          <Switch>
            <Route path="/" component={WelcomeScreen} />
            <Route path="/so-tay/*?" component={HandbookCover} />
            <Route path="/di-ho" component={Round} />
            <Route path="/ho/:id">{({ id }) => <Household key={id} id={id} />}</Route>
            <Route path="/ho/:id/ky">{({ id }) => <Signing key={id} id={id} />}</Route>
            <Route path="/ho/:id/da-ky/:pledge">
              {({ id, pledge }) => <Signing key={id} id={id} pledge={pledge} />}
            </Route>
            <Route path="/so-gui" component={OutboxScreen} />
            <Route path="/toi" component={MeScreen} />
            <Route path="/phuong/*?" component={OfficeScreen} />
            <Route component={MoreScreens} />
          </Switch>
        </Suspense>
      </Broken>
    </Providers>
  );
}
