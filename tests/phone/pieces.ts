/** An answer in pieces that ends behind the first of them. */
export async function firstPieceOf(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, text.indexOf("\n") + 1), { headers: answer.headers });
}
