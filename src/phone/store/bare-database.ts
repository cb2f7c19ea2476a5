import { DATABASE } from "./database-name.ts";

/**
 * Opens the phone's database as it is, before its library is fetched; null where there is none, without making one. Rejects
 * where nobody can tell: what failed once the library may still open, since it tries again.
 */
export function openExisting(indexedDB: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    let isThere = true;
    request.addEventListener("upgradeneeded", () => {
      isThere = false;
      request.transaction?.abort();
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => (isThere ? reject(request.error) : resolve(null)));
    request.addEventListener("blocked", reject);
  });
}

/** What a request of the database answers. */
export function ask<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
