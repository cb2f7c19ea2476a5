/** A query takes only so many parameters. */
export async function inChunks<Value, Row>(
  values: readonly Value[],
  find: (some: readonly Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let i = 0; i < values.length; i += 500) found.push(...(await find(values.slice(i, i + 500))));
  return found;
}
