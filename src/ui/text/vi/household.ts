export const household = {} as const;
