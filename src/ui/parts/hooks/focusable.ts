/** For what scrolls: without the focus a keyboard could not move it (WCAG 2.1.1). */
export const FOCUSABLE = { tabIndex: 0 };
