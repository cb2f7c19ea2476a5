/** By which the browser tells the service worker that there is coverage again. */
export const SYNC_TAG = "so-tay-exchange";
