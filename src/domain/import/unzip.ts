import { err, ok, type Result } from "../result.ts";

/** Files of a zip by their names, each unpacked when it is asked for; null where there is none of that name, or it is damaged. */
export interface Zip {
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

/** Opens a zip (PKWARE APPNOTE 6.3.10, §4.3), without encryption and below 4 GiB. `broken` where its directory cannot be read. */
export function openZip(bytes: Uint8Array): Result<Zip, "broken"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return err("broken");
  const entries = readDirectory(view, bytes, end);
  if (!entries) return err("broken");
  return ok({
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      return entry ? unpack(view, bytes, entry) : null;
    },
  });
}

/** More than this, unpacked, is no list of households: a few kilobytes may claim to be gigabytes. Bytes. */
const LARGEST = 512 * 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

function readDirectory(view: DataView, bytes: Uint8Array, end: number): Map<string, Entry> | null {
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const name = view.getUint16(at + 28, true);
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Promise<Uint8Array | null> {
  const { at, method, packed, size } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50 || size > LARGEST) return null;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.slice(from, from + packed);
  if (content.length !== packed) return null;
  if (method === 0) return content;
  return method === 8 ? inflate(content, size) : null;
}

async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array | null> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // What fails here fails the reading below as well.
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const unpacked = new Uint8Array(size);
  let filled = 0;
  try {
    const reader = stream.readable.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (filled + part.value.length > size) return null;
      unpacked.set(part.value, filled);
      filled += part.value.length;
    }
  } catch {
    return null;
  }
  return filled === size ? unpacked : null;
}
