/** The text with its last character mistyped: as long as before, and never the same. */
export const mistype = (text: string): string => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
