/**
 * An ES256 signature as OpenSSL reads it: of 64 bytes r ‖ s (RFC 7518 §3.4) the DER of an `ECDSA-Sig-Value` (RFC 3279 §2.2.3).
 * Node does the same where it is told `ieee-p1363`, from version 24 on at half of what checking the signature itself costs.
 * It names nothing outside itself, so that its text can travel to a thread (verifiers.ts).
 */
export function signatureDer(signature: Buffer): Buffer {
  // The longest: two whole numbers of 32 bytes, each with its head and the zero that says it is not negative.
  const der = Buffer.allocUnsafe(72);
  der[0] = 0x30;
  let end = 2;
  for (const start of [0, 32]) {
    let first = start;
    while (first < start + 31 && signature[first] === 0) first += 1;
    const isHigh = (signature[first] ?? 0) >= 0x80;
    const length = start + 32 - first;
    der[end] = 0x02;
    der[end + 1] = isHigh ? length + 1 : length;
    end += 2;
    if (isHigh) {
      der[end] = 0;
      end += 1;
    }
    end += signature.copy(der, end, first, start + 32);
  }
  der[1] = end - 2;
  return der.subarray(0, end);
}
