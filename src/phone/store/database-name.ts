/** Name of the app's one database. */
export const DATABASE = "so-tay";
