import { useEffect, useEffectEvent, useRef, useState } from "react";
import { createCodeReader } from "./code-reader.ts";

/** `none`: the browser gives no camera here. `refused`: somebody said no. `busy`: it did not start. */
export type CameraTrouble = "none" | "refused" | "busy";

/** Shows the camera in a video and tells each code that it sees, as long as it is drawn; one that stays in sight is told once. */
export function useCamera(onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const told = useEffectEvent(onCode);
  useEffect(() => {
    let stopped = false;
    let stop = () => {};
    const isStopped = () => stopped;

    async function watch() {
      const element = video.current;
      const stream = await openCamera();
      if (typeof stream === "string") return isStopped() ? undefined : setTrouble(stream);
      stop = () => stream.getTracks().forEach((track) => track.stop());
      if (isStopped() || !element) return stop();
      element.srcObject = stream;
      await element.play();
      const read = await createCodeReader();
      let [last, seenAt] = ["", 0];
      while (!isStopped()) {
        const text = await read(element).catch(() => null);
        const now = performance.now();
        if (text !== null && text !== "" && !isStopped()) {
          if (text !== last || now - seenAt > AWAY) told(text);
          [last, seenAt] = [text, now];
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      return undefined;
    }

    watch().catch(() => !isStopped() && setTrouble("busy"));
    return () => {
      stopped = true;
      stop();
    };
  }, []);
  return { video, trouble };
}

/** Milliseconds between two looks, and after which a code that was out of sight counts as shown again. */
const PAUSE = 150;
const AWAY = 2000;

async function openCamera(): Promise<MediaStream | CameraTrouble> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return "none";
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    return name === "NotAllowedError" ? "refused" : name === "NotFoundError" ? "none" : "busy";
  }
}
