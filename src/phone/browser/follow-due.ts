import { dueToday } from "../../domain/round/appointments.ts";
import type { HouseholdRow, Live, Membership } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { open, type Sealed } from "../store/seal.ts";
import type { HouseholdView } from "../views/household-view.ts";
import { readViewsSince } from "../views/household-views.ts";
import type { Badge } from "./badge.ts";

interface Following {
  readonly memberships: Live<readonly Membership[]>;
  readonly round: (ward: string) => Live<readonly HouseholdRow[]>;
  /** Seconds. */
  readonly now: (ward: string) => number;
  /** The app is looked at again: another day may have come. */
  readonly onVisible: (act: () => void) => () => void;
}

/** Keeps on the icon how many households wait for this phone's person today, on whatever screen. Returns how to stop. */
export function followDue(badge: Badge, { memberships, round, now, onVisible }: Following): () => void {
  const rounds = new Map<string, { readonly stop: () => void; rows: readonly HouseholdRow[] }>();
  let shown = -1;

  function show(): void {
    const counts = [...rounds].map(([ward, { rows }]) => dueToday(rows, now(ward)).length);
    const count = counts.reduce((sum, one) => sum + one, 0);
    if (count !== shown) badge(count);
    shown = count;
  }

  function take(ward: string): void {
    const one = { rows: [] as readonly HouseholdRow[], stop: () => {} };
    rounds.set(ward, one);
    one.stop = round(ward)((rows) => {
      one.rows = rows;
      show();
    });
  }

  const stops = [
    memberships((all) => {
      const wanted = new Set(all.filter(goesRound).map(({ ward }) => ward));
      for (const ward of wanted) if (!rounds.has(ward)) take(ward);
      for (const [ward, { stop }] of rounds) {
        if (wanted.has(ward)) continue;
        stop();
        rounds.delete(ward);
      }
      if (rounds.size === 0) show();
    }),
    onVisible(show),
  ];
  return () => {
    for (const stop of stops) stop();
    for (const { stop } of rounds.values()) stop();
  };
}

/** How many households wait today, read once: for the service worker, while no page is open. `now` is in seconds. */
export async function countDue(db: PhoneDatabase, now: number): Promise<number> {
  let count = 0;
  for (const membership of await db.memberships.toArray()) {
    if (!goesRound(membership)) continue;
    const views = await readViewsSince(db, membership.ward, -1);
    const rows = views.map(({ sealed }) => open(sealed as Sealed<HouseholdView>).row);
    count += dueToday(
      rows.filter((row) => row !== null),
      now,
    ).length;
  }
  return count;
}

function goesRound({ role, device, revoked }: Pick<Membership, "role" | "device" | "revoked">): boolean {
  return role === "volunteer" && device !== null && !revoked;
}
