import { useEffect, useState } from "react";

/** Puts the app on the home screen, where the browser offers that. */
export interface Install {
  /** Asks the browser's own question; resolves to whether the reader agreed. */
  readonly ask: () => Promise<boolean>;
}

/** Null until the browser says that it could install this app, and after it did. */
export function useInstall(): Install | null {
  const [install, setInstall] = useState<Install | null>(null);
  useEffect(() => {
    function offered(event: Event) {
      // Without this the browser shows a bar of its own, at a time of its own.
      event.preventDefault();
      const { prompt } = event as InstallPromptEvent;
      setInstall({
        async ask() {
          const { outcome } = await prompt.call(event);
          // One event asks once.
          setInstall(null);
          return outcome === "accepted";
        },
      });
    }
    function installed() {
      setInstall(null);
    }
    window.addEventListener("beforeinstallprompt", offered);
    window.addEventListener("appinstalled", installed);
    return () => {
      window.removeEventListener("beforeinstallprompt", offered);
      window.removeEventListener("appinstalled", installed);
    };
  }, []);
  return install;
}

/** Chromium's event, in no standard yet (wicg.github.io/manifest-incubations). */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}
