import { act, render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { prepareFor } from "../../src/ui/prepare-app.ts";
import { demoPhone, HOUSEHOLDS } from "./demo-ward.ts";

const [anh] = HOUSEHOLDS;

describe("what an address shows", () => {
  test("of a pledge is its form at once, with nothing drawn before it", async () => {
    const phone = await demoPhone();
    history.replaceState(null, "", `/ho/${anh.id}/ky`);
    const prepared = await prepareFor(phone, location.pathname);
    act(() => void render(<App phone={phone} prepared={prepared} />));
    expect(screen.getAllByRole("checkbox")).toHaveLength(8);
  });
});
