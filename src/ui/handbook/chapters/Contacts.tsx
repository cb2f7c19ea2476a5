import { Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Handbook } from "../../../domain/ward-facts.ts";
import "./Contacts.css";

/** Whom to call: a tap calls. */
export function Contacts({ contacts }: { readonly contacts: Handbook["contacts"] }) {
  const { t } = useTranslation("reader");
  if (contacts.length === 0) return null;
  return (
    <section>
      <h2>{t("contacts")}</h2>
      <ul className="contacts">
        {contacts.map(({ office, name, phone }) => (
          <li key={`${office} ${phone}`}>
            <a href={`tel:${phone.replace(/[^\d+*#]/g, "")}`}>
              <span className="only-heard">{t("call")} </span>
              <span lang="vi" className="contacts-words">
                <span className="contacts-office">{office}</span>
                {name !== undefined && <span>{name}</span>}
              </span>
              <span className="contacts-phone">
                <Phone aria-hidden />
                {phone}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
