import { createApp, furnish, linkIn, type App } from "./app.ts";
import { createOfficeClient, type OfficeClient } from "./office-client.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

/** The ward that `furnish` makes. */
export const WARD = "phuong-3";

/** A furnished ward with its office, and the telephones of one file's journeys. */
export function createStage() {
  const phones: Telephone[] = [];
  let app: App | null = null;
  return {
    async open(): Promise<{ readonly app: App; readonly office: OfficeClient }> {
      app = await createApp();
      furnish(app);
      await app.start();
      const invite = linkIn(app.cli("invite", WARD, "office"));
      return { app, office: await createOfficeClient(app.origin, WARD, invite) };
    },
    phoneOf(options: Parameters<typeof createTelephone>[0] = {}): Telephone {
      const phone = createTelephone(options);
      phones.push(phone);
      return phone;
    },
    async close(): Promise<void> {
      for (const phone of phones) await phone.remove();
      await app?.remove();
    },
  };
}
