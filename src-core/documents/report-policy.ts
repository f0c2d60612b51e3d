/** What the HTML report may do in a browser: nothing but its own style. */
export const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The same with the fonts of the app, for printing. */
export const fontPolicy = `${reportPolicy}; font-src 'self'`;
