import { useEffect, useRef } from "react";
import { photoType } from "../../domain/signed/photo.ts";

/** A photo that lies in memory. */
export function Picture({
  bytes,
  alt,
  className,
  onShown,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly alt: string;
  readonly className: string;
  /** Told once it has its size on the screen. */
  readonly onShown?: (picture: HTMLImageElement) => void;
}) {
  const image = useRef<HTMLImageElement>(null);

  useEffect(() => {
    const element = image.current;
    if (!element) return;
    const address = URL.createObjectURL(new Blob([bytes], { type: photoType(bytes) ?? "" }));
    element.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);

  return (
    <img
      ref={image}
      alt={alt}
      className={className}
      onLoad={({ currentTarget }) => onShown?.(currentTarget)}
    />
  );
}
