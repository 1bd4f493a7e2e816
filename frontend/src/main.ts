import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './tokens.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { useLanguage } from './lib/strings';

await useLanguage(navigator.languages);
mount(App, { target: document.getElementById('app')! });
