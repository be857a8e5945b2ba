import { relative, sep } from 'node:path'

/**
 * A path as it is written in the repository: relative, with forward slashes on Windows too.
 * @param {string} folder
 * @param {string} file
 * @returns {string}
 */
export const showPath = (folder, file) => relative(folder, file).split(sep).join('/')
