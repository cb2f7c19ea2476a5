/** Why something could not be done; nothing where all went well. */
export function Trouble({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p className="trouble" role="alert">
      {text}
    </p>
  );
}
