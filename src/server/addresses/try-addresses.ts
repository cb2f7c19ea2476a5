import { judgeLinked, judgeOwn, type AddressAnswer } from "../../domain/covenant/address-answer.ts";
import {
  linkedAddresses,
  ownAddresses,
  type LinkedAddress,
  type OwnAddress,
} from "../../domain/covenant/printed-addresses.ts";
import { nearest, type Ward } from "../../domain/ward-facts.ts";
import { isPageOf } from "../../wire/page-of.ts";
import { fetchPage, type MayAsk } from "./fetch-page.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address, for what it stands, and what came of it. */
export interface TriedAddress {
  readonly address: string;
  readonly of: OwnAddress | LinkedAddress;
  readonly answer: AddressAnswer;
}

/** Tries one address after another, those of the ward's own at `origin` first; `home` is where its server says that it stands. */
export async function* tryAddresses(
  { slug, covenants, handbooks }: Ward,
  origin: string,
  home: string,
  mayAsk: MayAsk = isPublicAddress,
): AsyncGenerator<TriedAddress> {
  const areas = [...new Set(covenants.map(({ area }) => area))].sort();
  for (const of of ownAddresses(slug, areas)) {
    yield { address: `${origin}${of.path}`, of, answer: await tryOwn(of, origin, home) };
  }
  const books = areas.flatMap((area) => {
    const covenant = covenants.findLast((one) => one.area === area);
    return covenant ? [{ covenant, handbook: nearest(handbooks, area) ?? null }] : [];
  });
  for (const of of linkedAddresses(books)) {
    // Where the ward's own server stands is its operator's to know.
    const isOwn = URL.canParse(of.address) && new URL(of.address).origin === origin;
    const page = await fetchPage(of.address, isOwn ? anywhere : mayAsk);
    yield { address: of.address, of, answer: page.ok ? judgeLinked(page.value) : { is: page.error } };
  }
}

async function tryOwn(own: OwnAddress, origin: string, home: string): Promise<AddressAnswer> {
  const page = await fetchPage(`${origin}${own.path}`, anywhere);
  if (!page.ok) return { is: page.error };
  const isThere = own.kind !== "ward" || (await isWardAt(own.ward, origin));
  // Not whole origins: a printed `http:` leads on to `https:`.
  const hosts = new Set([origin, home].map((one) => new URL(one).host));
  return judgeOwn(own, page.value, isThere, (host) => hosts.has(host));
}

async function isWardAt(ward: string, origin: string): Promise<boolean> {
  const page = await fetchPage(`${origin}/api/wards/${ward}/public?edition=current`, anywhere);
  return page.ok && page.value.status === 200 && isPageOf(ward, page.value.text);
}

const anywhere: MayAsk = () => true;
