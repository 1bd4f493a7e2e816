/** What a visitor needs of the seal before they come in; loaded where a link has a key. */
export { agreed } from './agreement';
export { loadWorker } from './load-worker';
export { Seal } from './seal';
