/** What is needed in the circle alone: it is loaded while somebody is still in the lobby. */
export { Circle } from '../lib/circle.svelte';
export { default as InCircle } from './InCircle.svelte';
