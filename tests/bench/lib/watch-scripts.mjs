/** By request: name, coding and bytes of each script that a page itself asks for, without their headers; its worker asks on its own account. */
export async function watchScripts(session) {
  const scripts = new Map();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type !== "Script") return;
    const encoding = response.headers["content-encoding"] ?? "plain";
    scripts.set(requestId, {
      name: response.url.split("/").at(-1),
      encoding,
      bytes: 0,
      head: response.encodedDataLength,
    });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId);
    if (script) script.bytes = encodedDataLength - script.head;
  });
  await session.send("Network.enable");
  return scripts;
}
