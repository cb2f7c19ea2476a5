import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { InviteLine, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { momentWords } from "../../parts/words/when.ts";

/** Codes that are out and that nobody has used; each can be cancelled. Nothing while the ward cannot be asked. */
export function OpenInvites({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { t: me } = useTranslation("me");
  const { act, now } = usePhone();
  const announce = useAnnounce();
  const [invites, setInvites] = useState<readonly InviteLine[]>([]);
  const { slug, cancelledInvites } = ward;

  useEffect(() => {
    void act.invites(slug).then((answer) => setInvites(answer.ok ? answer.value : []));
  }, [act, slug]);

  const open = invites.filter(
    ({ invite, usedBy, cancelled, expiresAt }) =>
      usedBy === null && !cancelled && expiresAt > now(slug) && !cancelledInvites.includes(invite),
  );
  if (open.length === 0) return null;

  async function cancel(invite: string) {
    const said = await act.say(slug, [{ type: "invite.cancelled", sub: invite, body: {} }]);
    if (!said.ok) return;
    announce(t("invite.cancelled"));
    await act.exchange(slug);
  }

  return (
    <section className="office-card">
      <h2>{t("invite.open")}</h2>
      <ul className="open-invites">
        {open.map(({ invite, role, areas, expiresAt, void: isVoid }) => (
          <li key={invite}>
            <span>
              {t(isVoid ? "invite.voidItem" : "invite.openItem", {
                role: isRole(role) ? me(`roles.${role}`) : role,
                areas: areas.map((area) => areaName(ward, area)).join(", ") || t("device.wholeWard"),
                until: momentWords(common, expiresAt, now(slug)),
              })}
            </span>
            {!isVoid && (
              <Button look="danger" onClick={() => void cancel(invite)}>
                {t("invite.cancel")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function isRole(role: string): role is "office" | "volunteer" | "household" | "viewer" {
  return ["office", "volunteer", "household", "viewer"].includes(role);
}
