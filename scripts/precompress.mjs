import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const text = /\.(js|css|html|svg|json|webmanifest)$/;

/**
 * Lays `<file>.br` and `<file>.gz` beside each text file of a folder, at the best quality.
 * A small file that would grow is left alone.
 * @param {string} folder
 * @returns {Promise<{ files: number, before: number, after: number }>} bytes before, and in Brotli
 */
export async function precompress(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && text.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(paths.map(compressFile));
  return {
    files: entries.filter((entry) => entry.isFile()).length,
    before: sum(sizes.map((size) => size.before)),
    after: sum(sizes.map((size) => size.after)),
  };
}

async function compressFile(path) {
  const bytes = await readFile(path);
  const [br, gz] = await Promise.all([brotli(bytes), promisify(gzip)(bytes, { level: 9 })]);
  if (br.length < bytes.length) await writeFile(`${path}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz);
  return { before: bytes.length, after: Math.min(br.length, bytes.length) };
}

function brotli(bytes) {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
