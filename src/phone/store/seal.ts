declare const sealed: unique symbol;

/** The personal part of a record, opaque to the database: never a key, never an index. */
export interface Sealed<T> {
  readonly [sealed]: T;
}

/** Closes the personal part of a record. The one place to encrypt it in, once the app's PIN does. */
export function seal<T>(value: T): Sealed<T> {
  return value as unknown as Sealed<T>;
}

/** Opens what `seal` closed. */
export function open<T>(closed: Sealed<T>): T {
  return closed as unknown as T;
}
