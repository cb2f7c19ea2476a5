import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Live, CountedRow } from "../../src/phone/api/phone.ts";
import { App } from "../../src/ui/App.tsx";
import { showLook } from "../../src/ui/look/show-look.ts";
import { prepareFor } from "../../src/ui/prepare-app.ts";
import { demoPhone, OFFICE } from "./demo-ward.ts";

afterEach(() => {
  for (const id of ["look", "root"]) document.getElementById(id)?.remove();
  history.replaceState(null, "", "/");
});

const PICTURE = {
  tag: "main",
  attributes: [],
  children: [{ tag: "a", attributes: [["href", "/phuong/thiet-bi"]], children: [" Thiết bị"] }],
};

/** An office whose rows come when they are told to, behind how its overview stood last. */
async function setUp() {
  const phone = await demoPhone({ self: OFFICE });
  const listeners: (() => void)[] = [];
  const counts = (ward: string): Live<readonly CountedRow[]> => {
    const rows = phone.watch.counts(ward);
    return (listener) => {
      listeners.push(() => void rows(listener));
      return () => {};
    };
  };
  const root = document.createElement("div");
  root.id = "root";
  document.body.append(root);
  history.replaceState(null, "", "/phuong");
  expect(showLook(root, PICTURE)).toBe(true);
  const office = { ...phone, watch: { ...phone.watch, counts } };
  const prepared = prepareFor(office, location.pathname);
  const draw = async () => {
    const ready = await prepared;
    act(() => void render(<App phone={office} prepared={ready} />, { container: root }));
  };
  return { draw, listeners };
}

const look = () => document.getElementById("look");

test("an overview as it stood last stays until the figures of now are there", async () => {
  const { draw, listeners } = await setUp();
  const drawn = draw();
  await expect.poll(() => listeners.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(look()).not.toBeNull();
  act(() => {
    for (const tell of listeners) tell();
  });
  await drawn;
  expect(await screen.findByText(/khu phố · .* hộ/)).toBeTruthy();
  expect(look()).toBeNull();
});

test("whoever taps on it to go elsewhere waits for no figures", async () => {
  const { draw } = await setUp();
  look()?.querySelector("a")?.click();
  await draw();
  expect(await screen.findByRole("heading", { level: 1, name: /thiết bị/i })).toBeTruthy();
  expect(location.pathname).toBe("/phuong/thiet-bi");
  expect(look()).toBeNull();
});
