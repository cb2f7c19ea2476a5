import { useEffect, useState } from "react";
import type { HandbookView } from "../../../../phone/api/phone.ts";
import { usePhone } from "../../../parts/hooks/PhoneContext.tsx";

/** The handbooks of several areas, in their order, as far as this phone has told them. */
export function useHandbooks(ward: string, areas: readonly string[]): readonly HandbookView[] {
  const { watch } = usePhone();
  const [books, setBooks] = useState<readonly HandbookView[]>([]);
  useEffect(() => {
    const found = new Map<string, HandbookView | null>();
    const stops = areas.map((area) =>
      watch.handbook(
        ward,
        area,
      )((view) => {
        found.set(area, view);
        setBooks(areas.flatMap((one) => found.get(one) ?? []));
      }),
    );
    return () => stops.forEach((stop) => stop());
  }, [watch, ward, areas]);
  return books;
}
