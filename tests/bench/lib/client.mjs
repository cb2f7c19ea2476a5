import { once } from "node:events";
import { connect } from "node:net";

/**
 * A connection that posts bodies one after another and costs next to nothing itself: it shares the cores with the server
 * that is measured, so each request's bytes lie ready before the clock starts.
 */
export async function openClient(origin) {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, "connect");
  return {
    /** The bytes of one request. */
    request(path, token, body) {
      const head = [
        `POST ${path} HTTP/1.1`,
        `Host: ${host}`,
        "Content-Type: application/json",
        `Content-Length: ${Buffer.byteLength(body)}`,
        `Authorization: Bearer ${token}`,
      ].join("\r\n");
      return Buffer.from(`${head}\r\n\r\n${body}`);
    },
    /** Sends such bytes; the answer's body as text, throws for anything but 200. */
    send: (bytes) => exchange(socket, bytes),
    close: () => socket.destroy(),
  };
}

function exchange(socket, bytes) {
  return new Promise((resolve, reject) => {
    let got = "";
    const fail = (error) => reject(error instanceof Error ? error : new Error("the server hung up"));
    const take = (chunk) => {
      // Heads and results are ASCII: a character is a byte.
      got += chunk.toString("latin1");
      const end = got.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/^content-length: (\d+)/im.exec(got.slice(0, end))?.[1]);
      if (got.length < end + 4 + length) return;
      socket.off("data", take).off("error", fail).off("close", fail);
      if (got.startsWith("HTTP/1.1 200")) resolve(got.slice(end + 4));
      else reject(new Error(`push: ${got}`));
    };
    socket.on("data", take).on("error", fail).on("close", fail);
    socket.write(bytes);
  });
}
