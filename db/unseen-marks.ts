/** Soft hyphen, zero-width marks and the marks that turn the direction of writing: nobody sees them. */
export const UNSEEN_MARKS = '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f'
