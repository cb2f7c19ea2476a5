// One thread of all-cores.mjs: gets its share ready, says so, and checks it when told.
import { createPublicKey, verify } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

const { said, share, threads } = workerData;
const signed = said.flatMap(({ statements, key: jwk }) => {
  const key = createPublicKey({ key: jwk, format: "jwk" });
  return statements
    .filter((_, at) => at % threads === share)
    .map((text) => {
      const jws = text.slice(0, text.indexOf("~"));
      const end = jws.lastIndexOf(".");
      return {
        key,
        bytes: Buffer.from(jws.slice(0, end)),
        signature: toDer(Buffer.from(jws.slice(end + 1), "base64url")),
      };
    });
});

parentPort.once("message", () => {
  for (const { key, bytes, signature } of signed) {
    if (!verify("sha256", bytes, key, signature))
      throw new Error("a signature that was made for this is wrong");
  }
  parentPort.postMessage(signed.length);
});
parentPort.postMessage("ready");

/** In the form that is quickest to check on every version of Node. */
function toDer(signature) {
  const numbers = Buffer.concat([toInteger(signature.subarray(0, 32)), toInteger(signature.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, numbers.length]), numbers]);
}

function toInteger(bytes) {
  const first = bytes.findIndex((byte) => byte !== 0);
  const sign = bytes[first] >= 0x80 ? [0] : [];
  return Buffer.from([0x02, sign.length + 32 - first, ...sign, ...bytes.subarray(first)]);
}
