/** The same bytes, written in lower-case hex. */
export const hexOfBase64 = (text: string): string =>
  Array.from(atob(text), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
