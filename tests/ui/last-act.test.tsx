import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Route } from "wouter";
import { Household } from "../../src/ui/household/Household.tsx";
import { demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;

/** At a door, from which the next one can be gone to. */
async function standAtDoor() {
  const phone = await demoPhone();
  const doors = <Route path="/ho/:id">{({ id }) => <Household key={id} id={id} />}</Route>;
  const drawn = renderScreen(phone, doors, { at: `/ho/${anh.id}` });
  await drawn.user.click(await screen.findByRole("button", { name: "Vắng nhà" }));
  await screen.findByText("Đã giữ trong máy: vắng nhà", { selector: "p" });
  return { phone, ...drawn };
}

test("what was done at the door before can be taken back at the next one, under the household's number", async () => {
  const { phone, user, location } = await standAtDoor();
  await user.click(screen.getByRole("link", { name: /^Hộ tiếp theo: 19/ }));
  await screen.findByRole("heading", { name: /^Hộ 19/ });
  expect(await screen.findByText("Hộ 18: Vắng nhà", { selector: "p" })).toBeDefined();
  phone.setNow(EVENING + 8);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByText("Đã hoàn tác", { selector: "p" })).toBeDefined();
  const said = phone.entries().at(-1)?.statement.claims;
  expect(said).toMatchObject({ type: "statement.retracted", in: anh.id, body: { reason: "mistake" } });
  // Once is enough.
  act(() => location.navigate(`/ho/${anh.id}`));
  await screen.findByRole("heading", { name: /^Hộ 18/ });
  expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
});

test("whoever comes back within the ten seconds finds it as it was, and later nothing", async () => {
  const { phone, location } = await standAtDoor();
  act(() => location.navigate("/di-ho"));
  expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
  phone.setNow(EVENING + 9);
  act(() => location.navigate(`/ho/${anh.id}`));
  expect(await screen.findByText("Đã giữ trong máy: vắng nhà", { selector: "p" })).toBeDefined();
  act(() => location.navigate("/di-ho"));
  phone.setNow(EVENING + 10);
  act(() => location.navigate(`/ho/${anh.id}`));
  await screen.findByRole("button", { name: "Vắng nhà" });
  expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
});

test("it is offered for what is left of its ten seconds, wherever one goes meanwhile", async () => {
  const { phone, user } = await standAtDoor();
  phone.setNow(EVENING + 9);
  await user.click(screen.getByRole("link", { name: /^Hộ tiếp theo: 19/ }));
  const undo = await screen.findByRole("button", { name: "Hoàn tác" });
  await waitFor(() => expect(undo.isConnected).toBe(false), { timeout: 3000 });
  expect(within(screen.getByRole("main")).getByText(/^Chưa gặp, cùng đường với hộ 19/)).toBeDefined();
});
