import { createRealWard, registration, type RealWard } from "./real-ward.ts";
import { enrolled, testPhone, type TestPhone } from "./test-phone.ts";

/** A phone that is enrolled in a new ward of one household, and has read it. */
export async function standAtDoor(
  household: string,
): Promise<{ readonly ward: RealWard; readonly phone: TestPhone }> {
  const ward = await createRealWard();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
  const phone = testPhone(ward);
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
  return { ward, phone };
}
