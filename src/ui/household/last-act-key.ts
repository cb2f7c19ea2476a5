/** Where what was done last at a door is kept, as long as one tap takes it back. */
export const LAST_ACT = "last-act";
