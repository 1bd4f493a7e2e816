/** A standing group's pages: opening one, and being at home in it. They are loaded together. */
import '../../group.css';

export { default as GroupVisit } from './GroupVisit.svelte';
export { default as NewGroup } from './NewGroup.svelte';
