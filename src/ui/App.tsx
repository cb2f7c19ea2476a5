import { lazy, Suspense, useState } from "react";
import { Route, Switch } from "wouter";
import type { Phone } from "../phone/phone.ts";
import { HandbookCover } from "./handbook/HandbookCover.tsx";
import { Household } from "./household/Household.tsx";
import { Broken } from "./parts/Broken.tsx";
import { Opening } from "./parts/Opening.tsx";
import { NotHere } from "./parts/NotHere.tsx";
import { Providers } from "./parts/Providers.tsx";
import { Round } from "./round/Round.tsx";
import { makeTexts } from "./text/i18n.ts";
import { InsecureNotice } from "./welcome/InsecureNotice.tsx";
import { WelcomeScreen } from "./welcome/WelcomeScreen.tsx";

/** The whole app on one phone: an address, a screen. What a reader and a round need comes at once, the rest when it is opened. */
export function App({ phone }: { readonly phone: Phone }) {
  const [texts] = useState(makeTexts);
  return (
    <Providers phone={phone} texts={texts}>
      <Broken>
        <InsecureNotice />
        <Suspense fallback={<Opening />}>
          <Switch>
            <Route path="/" component={WelcomeScreen} />
            <Route path="/vao" component={EnrolScreen} />
            <Route path="/so-tay/*?" component={HandbookCover} />
            <Route path="/di-ho" component={Round} />
            <Route path="/ho/:id">{({ id }) => <Household key={id} id={id} />}</Route>
            <Route path="/ho/:id/ky">{({ id }) => <Pledge key={id} id={id} />}</Route>
            <Route path="/ho/:id/da-ky/:pledge">
              {({ id, pledge }) => <Receipt key={pledge} id={id} pledge={pledge} />}
            </Route>
            <Route path="/bien-nhan" component={ReceiptReader} />
            <Route path="/so-gui" component={OutboxScreen} />
            <Route path="/toi" component={MeScreen} />
            <Route path="/phuong/*?" component={OfficeScreen} />
            <Route component={NotHere} />
          </Switch>
        </Suspense>
      </Broken>
    </Providers>
  );
}

const EnrolScreen = lazy(async () => ({ default: (await import("./enrol/EnrolScreen.tsx")).EnrolScreen }));
const MeScreen = lazy(async () => ({ default: (await import("./me/MeScreen.tsx")).MeScreen }));
const OfficeScreen = lazy(async () => ({
  default: (await import("./office/OfficeScreen.tsx")).OfficeScreen,
}));
const OutboxScreen = lazy(async () => ({
  default: (await import("./outbox/OutboxScreen.tsx")).OutboxScreen,
}));
const Pledge = lazy(async () => ({ default: (await import("./pledge/Pledge.tsx")).Pledge }));
const Receipt = lazy(async () => ({ default: (await import("./receipt/Receipt.tsx")).Receipt }));
const ReceiptReader = lazy(async () => ({
  default: (await import("./receipt/ReceiptReader.tsx")).ReceiptReader,
}));
