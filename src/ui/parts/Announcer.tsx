import { createContext, use, useMemo, useState, type ReactNode } from "react";

/** Lets screens below tell a screen reader what happened. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", times: 0 });
  const announce = useMemo(() => (text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <output className="only-heard">
        {/* A new element for each message: the same words twice are heard twice. */}
        <span key={said.times}>{said.text}</span>
      </output>
    </AnnounceContext>
  );
}

/** Says a sentence to those who hear the screen. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext);
}

const AnnounceContext = createContext<(text: string) => void>(() => {});
