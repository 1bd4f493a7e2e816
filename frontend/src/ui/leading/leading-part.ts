/** What only facilitators have: loaded where the door says that one comes in, and in the circle. */
export { default as Leading } from './Leading.svelte';
export { default as Noted } from './Noted.svelte';
export { default as Now } from './Now.svelte';
