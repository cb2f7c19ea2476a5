export const pledge = {} as const;
