import { BlockList, isIP } from "node:net";

/** Whether an IP address is one of the open internet's: no word of a covenant sends the ward's server into its own house. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family > 0 && !OWN_HOUSE.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** What the registries of RFC 6890 keep from the open internet; an IPv4 address that is written as IPv6 is judged as itself. */
const OWN_HOUSE = blockListOf({
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/3",
  ],
  ipv6: ["::/127", "64:ff9b::/96", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "ff00::/8"],
});

function blockListOf(nets: Readonly<Record<"ipv4" | "ipv6", readonly string[]>>): BlockList {
  const list = new BlockList();
  for (const family of ["ipv4", "ipv6"] as const) {
    for (const net of nets[family]) {
      const [address = "", bits] = net.split("/");
      list.addSubnet(address, Number(bits), family);
    }
  }
  return list;
}
