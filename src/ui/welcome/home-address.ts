import type { Membership } from "../../phone/api/phone.ts";

/** Where a phone goes on to work or to read. */
export function homeAddress({ role, ward }: Membership): string {
  if (role === "office" || role === "viewer") return "/phuong";
  if (role === "volunteer") return "/di-ho";
  if (role === "household") return "/ho-cua-toi";
  return `/so-tay/${ward}`;
}
