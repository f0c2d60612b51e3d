/** How a superior answered bundles: a report that was returned is not to be used, whatever it says. */

export type Answer = 'accepted' | 'returned';

/** The last answer to a bundle, by its digest. */
export type Answers = ReadonlyMap<string, Answer>;

export const noAnswers: Answers = new Map();
