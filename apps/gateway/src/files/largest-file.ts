export const largestFile = 64 * 1024 * 1024;
