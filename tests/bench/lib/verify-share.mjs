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
        signature: Buffer.from(jws.slice(end + 1), "base64url"),
      };
    });
});

parentPort.once("message", () => {
  for (const { key, bytes, signature } of signed) {
    if (!verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, signature))
      throw new Error("a signature that was made for this is wrong");
  }
  parentPort.postMessage(signed.length);
});
parentPort.postMessage("ready");
