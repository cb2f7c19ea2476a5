/** Id of the purpose 'to be named in the handbook with a commendation', and the version of the words that ask for it. */
export const NAMED_PURPOSE = "praise";
export const NAMED_VERSION = 1;

/** Whether a consent or its withdrawal is, too, about being named. */
export function isAboutNaming(body: Readonly<Record<string, unknown>>): boolean {
  const { purposes } = body;
  return Array.isArray(purposes) && purposes.includes(NAMED_PURPOSE);
}
