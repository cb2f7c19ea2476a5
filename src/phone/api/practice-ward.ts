/** Slug of the ward in which somebody practises; none that a real one would take. */
export const PRACTICE_WARD = "tap-dung-trong-may";
