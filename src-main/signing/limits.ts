/** Key and certificate files are small; what is larger is something else. */
export const keyLimitBytes = 1024 * 1024;
