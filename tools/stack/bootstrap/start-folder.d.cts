export const startFolder: string;
